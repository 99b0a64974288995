/** Matters as lists, pages and reports, and what becomes of those of agencies that ended. */
package vn.thang.matter.register;
