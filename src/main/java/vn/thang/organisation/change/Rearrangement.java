package vn.thang.organisation.change;

import java.time.LocalDate;
import java.util.List;

/**
 * Which agencies a change concerns.
 *
 * @param agency    id of the agency with which it is done
 * @param ending    ids of the agencies that end the day before
 * @param successor id of the agency that goes on for them; null where none does, or where it is founded by the change
 * @param founded   names of the agencies that begin
 * @param type      key of the type of those that begin or go on
 */
public record Rearrangement(AgencyChange.Kind kind, long agency, List<Long> ending, Long successor,
        List<String> founded, String type, LocalDate day) {
}
