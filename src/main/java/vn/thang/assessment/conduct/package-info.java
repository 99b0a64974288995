/** Running a round: it is planned, opened, extended, issued, lapsed and published. */
package vn.thang.assessment.conduct;
