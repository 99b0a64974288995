package vn.thang.assessment.answer;

/** What is known of the content of a file of evidence. */
public enum ScanState {
    /** No scanner has looked at it yet. */
    NOT_SCANNED,
    /** A scanner has found nothing. */
    CLEAN,
    /** A scanner has found something: nobody gets the file any more. */
    FOUND
}
