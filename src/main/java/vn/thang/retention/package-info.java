/** How long data are kept, by one table, and the holds of audits that stop their removal. */
package vn.thang.retention;
