/** The first page of everybody: what waits for them in all their roles, the most urgent first. */
package vn.thang.home;
