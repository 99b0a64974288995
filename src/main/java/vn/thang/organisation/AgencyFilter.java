package vn.thang.organisation;

import java.time.LocalDate;

/**
 * Which agencies a list shows; null means all.
 *
 * @param words  part of the name, or beginning of the code
 * @param type   key of the type
 * @param parent code of the agency directly above
 * @param at     day on which they exist
 */
public record AgencyFilter(String words, String type, String parent, LocalDate at) {
}
