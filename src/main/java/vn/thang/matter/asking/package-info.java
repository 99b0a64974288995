/** Asking from a figure: what it is about, what it is now, and who answers for it. */
package vn.thang.matter.asking;
