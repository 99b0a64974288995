/** Rounds and their calendar: what is answered by whom until when, stage by stage. */
package vn.thang.assessment.round;
