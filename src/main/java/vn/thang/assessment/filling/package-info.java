/**
 * Answering: one question after the other, taken over from elsewhere, or together with others, with evidence
 * attached.
 */
package vn.thang.assessment.filling;
