/** Days of rounds, and what marks them. */
package vn.thang.assessment.conduct.calendar;
