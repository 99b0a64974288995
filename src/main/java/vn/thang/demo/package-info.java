/** People and results for showing the application: made up, and only where {@code thang.demo} is set. */
package vn.thang.demo;
