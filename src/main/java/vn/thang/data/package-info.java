/** Results for machines: what a person may read, handed to programs row by row, with the very figures of the pages. */
package vn.thang.data;
