/** Tables that people upload, as Excel workbooks or CSV: read within limits, and nothing in them believed. */
package vn.thang.table;
