package vn.thang.report.room;

/**
 * A report in the list of those that the person may take.
 *
 * @param address where it is asked for, from the root of the application
 * @param shelf   what it is for together with others
 * @param last    its newest run that the person may know of; null for none, and where the report has a page of its own, which
 *                says so itself
 */
public record ReportLine(String id, String title, String purpose, String shelf, String address, ReportRun last) {
}
