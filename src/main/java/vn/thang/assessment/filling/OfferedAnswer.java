package vn.thang.assessment.filling;

/**
 * An answer from elsewhere that can be taken over as it is. It counts only once somebody has done so.
 *
 * @param origin LAST for the agency's last round, ABOVE for the agency above, MEASURED for a reading
 * @param from   name of that round or agency; period of the reading
 * @param source id of the assessment that it comes from; 0 for a reading
 */
public record OfferedAnswer(String origin, String criterion, String value, String comment, String from, long source) {
}
