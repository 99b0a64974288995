package vn.thang.indicator.reading;

/**
 * An agency that a source may report on.
 *
 * @param first id of the agency of the first level that it is or stands below; empty for the country
 */
public record KnownAgency(long id, String type, String first) {
}
