package vn.thang.assessment.course;

import java.util.List;

/**
 * Whom a planned round would ask if it were opened now.
 *
 * @param types   how many agencies of each type in its scope, the type without any included
 * @param lacking the first agencies that have nobody to answer, or nobody to sign
 * @param told    who hears of it
 */
public record ForeseenRound(List<OfType> types, List<Lacking> lacking, ToldPeople told) {

    /** So many agencies that lack somebody are named at most. */
    public static final int MOST_NAMED = 20;

    /**
     * Agencies of a type.
     *
     * @param withoutOfficer how many of them have no officer
     * @param withoutHead    how many of them have nobody who can sign
     * @param lacking        how many of them have no officer or nobody who can sign
     */
    public record OfType(String type, long agencies, long withoutOfficer, long withoutHead, long lacking) {
    }

    /**
     * An agency that lacks somebody.
     *
     * @param place the agency above it; null for one of the first level
     */
    public record Lacking(String code, String name, String place, boolean officer, boolean head) {
    }

    public long agencies() {
        return types.stream().mapToLong(OfType::agencies).sum();
    }

    public long withoutOfficer() {
        return types.stream().mapToLong(OfType::withoutOfficer).sum();
    }

    public long withoutHead() {
        return types.stream().mapToLong(OfType::withoutHead).sum();
    }

    /** How many lack somebody and are not named. */
    public long unnamed() {
        return types.stream().mapToLong(OfType::lacking).sum() - lacking.size();
    }
}
