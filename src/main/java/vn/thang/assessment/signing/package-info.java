/** The way from complete answers to the signature: who submits, who signs, and the receipt. */
package vn.thang.assessment.signing;
