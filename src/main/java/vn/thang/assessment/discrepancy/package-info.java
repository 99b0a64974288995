/** Answers above what registers measured: they are opened, explained and decided. */
package vn.thang.assessment.discrepancy;
