/**
 * What others decided about single answers, in verdicts, exemptions and second opinions, and who is impartial enough
 * to do so.
 */
package vn.thang.assessment.ruling;
