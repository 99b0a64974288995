/** The way from what is stored to levels: inputs, scored assessments, and the rows that dashboards read. */
package vn.thang.assessment.score;
