package vn.thang.indicator.intake;

import java.time.Instant;
import java.util.Locale;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.Figure;
import vn.thang.organisation.agency.AgencyName;

/**
 * A reading that moved too far, as it is shown to whoever may confirm it.
 *
 * @param nameEn  null where the agency has no such name
 * @param figure  what the reading says
 * @param sentBy  id of the person who sent it, or made the token with which it came; null where nobody is known
 * @param sender  name of that person
 * @param waiting whether it still waits; not when it is confirmed, or another reading stands in its place
 */
public record WaitingJump(long reading, String agency, long agencyId, String agencyName, String nameEn,
        String indicator, Period period, Figure figure, Jump jump, String source, String way, Long sentBy,
        String sender,
        Instant arrivedAt, boolean waiting) {

    /** Name of the agency for readers of Vietnamese, or for others where it has one. */
    public String name(Locale locale) {
        return AgencyName.of(agencyName, nameEn, locale);
    }
}
