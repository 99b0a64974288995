package vn.thang.bulletin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The facts of a month, from which sentences are made. Days are written as ISO 8601 does.
 *
 * @param month   first day of the month
 * @param takenAt moment of the figures
 * @param before  first day of the month of the bulletin with which this one compares; null for the first
 * @param targets in the order of the programme
 */
public record BulletinFacts(String format, String month, String takenAt, String before, List<Figure> targets) {

    static final String FORMAT = "thang-bulletin-1";

    /**
     * A target in a month.
     *
     * @param due        last day of its phase
     * @param value      as it is shown; null where none is official, or too few agencies stand behind it
     * @param wanted     what is demanded
     * @param relation   sign of the demand
     * @param percent    whether these are percentages
     * @param period     period or round of the value
     * @param reported   how many agencies have reported for it; null where that is not known
     * @param expected   how many were due to
     * @param status     as texts name it
     * @param confidence name of the word; null without a value
     * @param forecast   null where there is none
     * @param source     code of the source; null where rounds give the value
     * @param round      codes of the rounds that give the value, with plus signs between them; null for what is measured
     * @param broken     by what the value is of another kind than that of the bulletin before; null where it is of the same
     * @param stale      whether it is too old; null without a value, and in what an earlier release took
     * @param bounds     between what it lies where somebody is missing; null elsewhere
     */
    public record Figure(String code, String due, BigDecimal value, BigDecimal wanted, String relation,
            boolean percent, String period, Long reported, Long expected, String status, String confidence,
            Outlook forecast, String source, String round, Break broken, Boolean stale, Bounds bounds) {
    }

    /** Between what a value lies as it is shown, whatever those report or reach who are missing. */
    public record Bounds(BigDecimal low, BigDecimal high) {
    }

    /**
     * From a day on values are of another kind.
     *
     * @param reason the key of its words in the texts of the programme; null where rounds went over to a version of the model whose
     *               levels do not compare
     */
    public record Break(String on, String reason) {

        LocalDate since() {
            return LocalDate.parse(on);
        }
    }

    /** A forecast in per cent, with the chance that the target is reached. */
    public record Outlook(BigDecimal low, BigDecimal middle, BigDecimal high, int chance, boolean indicative) {
    }

    Optional<Figure> target(String code) {
        return targets.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Whether any value comes from the round with this code. */
    boolean tells(String round) {
        return targets.stream()
                .anyMatch(one -> one.round() != null && List.of(one.round().split(" \\+ ")).contains(round));
    }

    /** How many targets have a status. */
    long count(String status) {
        return targets.stream().filter(one -> one.status().equals(status)).count();
    }
}
