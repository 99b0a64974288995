/** Answering without network: a workbook goes out, comes back, is compared, and its answers are written. */
package vn.thang.assessment.workbook;
