/** One assessment and the course that it takes: its states, the one table of steps, and the steps that were taken. */
package vn.thang.assessment.course;
