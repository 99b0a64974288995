/** Forms that the ministry designs itself: templates with marks, checked part by part and filled with the rows of a report. */
package vn.thang.report.form;
