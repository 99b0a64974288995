package vn.thang.indicator.reading;

import vn.thang.core.target.Existence;

/**
 * An agency that a source may report on.
 *
 * @param first     id of the agency of the first level that it is or stands below; empty for the country
 * @param existence from when to when it is there
 */
public record KnownAgency(long id, String type, String first, Existence existence) {

    /** An agency that was always there. */
    public KnownAgency(long id, String type, String first) {
        this(id, type, first, new Existence(null, null));
    }
}
