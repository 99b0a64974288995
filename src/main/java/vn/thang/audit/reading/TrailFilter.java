package vn.thang.audit.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import vn.thang.platform.GivenText;
import vn.thang.platform.Time;

/**
 * Which entries of the trail a list shows; null means all.
 *
 * @param from      first day
 * @param until     last day
 * @param person    user name of whoever did it
 * @param agency    code of the agency concerned; those below it count too
 * @param action    what was done
 * @param subject   kind of the thing that it was done to
 * @param subjectId its id
 * @param words     part of the details
 * @param answer    code of a criterion: the story of this answer, in the assessment that subject and its id name
 */
public record TrailFilter(LocalDate from, LocalDate until, String person, String agency, String action, String subject,
        Long subjectId, String words, String answer) {

    /** The names of the filters in an address. */
    static final String[] NAMES = {"from", "until", "person", "agency", "action", "subject", "id", "q", "answer"};

    /** From the parameters of an address; what is no day or no number counts as not given. */
    public static TrailFilter of(Map<String, String> asked) {
        String id = GivenText.orNull(asked.get("id"));
        return new TrailFilter(GivenText.day(asked.get("from"), null), GivenText.day(asked.get("until"), null),
                GivenText.orNull(asked.get("person")),
                GivenText.orNull(asked.get("agency")), GivenText.orNull(asked.get("action")),
                GivenText.orNull(asked.get("subject")),
                id != null && id.matches("\\d{1,18}") ? Long.valueOf(id) : null, GivenText.orNull(asked.get("q")),
                GivenText.orNull(asked.get("answer")));
    }

    /** Returns the moment from which entries are shown; null for the beginning. */
    Instant begin() {
        return from == null ? null : from.atStartOfDay(Time.ZONE).toInstant();
    }

    /** Returns the moment before which entries are shown; null for no end. */
    Instant end() {
        return until == null ? null : until.plusDays(1).atStartOfDay(Time.ZONE).toInstant();
    }
}
