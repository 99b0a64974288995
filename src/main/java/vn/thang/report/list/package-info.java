/** Every list of the application as a file. */
package vn.thang.report.list;
