/** The review: completeness, the queue, verdicts, exemptions that are asked for, and the second review. */
package vn.thang.assessment.review;
