package vn.thang.matter.meeting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.thang.catalog.VersionStep;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.Time;

/**
 * What lies before a meeting, as it was when it was frozen. Days and moments are written as ISO 8601 does, names in all
 * languages, so that nothing else has to be asked when it is read again.
 *
 * @param heldOn    day of the meeting
 * @param frozenAt  moment of the figures
 * @param round     code of the round that pages spoke of
 * @param roundName its name
 * @param standing  key of the text that says whether its results were official
 * @param before    day of the meeting before; null for the first
 * @param targets   in the order of the programme
 * @param picked    the exceptions, those of a rule before those by hand
 * @param gains     the three improvements
 * @param risks     codes of the three risks
 * @param waiting   how many matters, measures left out, are open
 * @param late      how many of them are late
 * @param asked     those due soonest, the first to fall due at the top
 * @param soon      how many are due within thirty days of the meeting; null in what an earlier release froze
 * @param lateMeasures how many measures of plans were late; null likewise
 * @param decisions those of the meeting before, and older ones that were still open
 * @param dimensions codes with names, in the order of the model
 * @param provinces in the order of the map
 */
public record FrozenMeeting(String format, String heldOn, String frozenAt, String round, String roundName,
        String standing, String before, List<Figure> targets, List<Picked> picked, List<Gain> gains,
        List<String> risks, long waiting, long late, List<Asked> asked, Long soon, Long lateMeasures,
        List<Asked> decisions,
        List<Dimension> dimensions, List<Province> provinces) {

    static final String FORMAT = "thang-meeting-1";

    /** A text in the languages of the application. */
    public record Named(String vi, String en, String de) {

        public String in(Locale locale) {
            return switch (locale.getLanguage()) {
                case "en" -> en;
                case "de" -> de;
                default -> vi;
            };
        }
    }

    /**
     * A target with its figure.
     *
     * @param due        last day of its phase
     * @param status     as texts name it
     * @param value      as it was shown; null where there was none
     * @param exact      the same with six decimals
     * @param wanted     what was demanded
     * @param relation   sign of the demand
     * @param least      whether more is better
     * @param period     of the value
     * @param earlier    value of the period before with six decimals; null where there was none of the same kind
     * @param earlierPeriod its period
     * @param confidence name of the word
     * @param forecast   null where there was none
     * @param owner      null while there was none
     * @param word       the newest; null where there was none
     * @param stale      whether the value was too old; null without one, and in what an earlier release froze
     * @param bounds     between what it lay where somebody was missing; null elsewhere
     * @param ifKept     null where plans had nothing to do with it, and in meetings that were frozen before plans were looked at
     * @param sampled    what audit samples found wrong in the answers behind the value; null where none was drawn, and likewise
     */
    public record Figure(String code, Named name, String due, String status, BigDecimal value, BigDecimal exact,
            BigDecimal wanted, String relation, boolean percent, boolean least, String period, BigDecimal earlier,
            String earlierPeriod, String confidence, Outlook forecast, Owner owner, Word word, Boolean stale,
            Bounds bounds, IfKept ifKept, Sampled sampled) {

        public LocalDate dueOn() {
            return LocalDate.parse(due);
        }
    }

    /** Between what a value lay as it was shown, whatever those reported or reached who were missing. */
    public record Bounds(BigDecimal low, BigDecimal high) {
    }

    /**
     * What was found wrong in audit samples, in per cent.
     *
     * @param exact whether the bound is exact; the sum of the bounds of parts is rather too high
     */
    public record Sampled(BigDecimal rate, BigDecimal bound, boolean exact) {
    }

    /** A forecast in per cent, with the chance that the target is reached. */
    public record Outlook(BigDecimal low, BigDecimal middle, BigDecimal high, int chance, boolean indicative) {
    }

    /**
     * What became of a target by the plans of agencies, in per cent.
     *
     * @param level    that was demanded; 0 for a target that is measured
     * @param agencies how many reached the level, or added to what is measured, by them
     * @param forecast whatever was planned; null where there was none
     * @param value    once all plans were kept
     * @param asBefore once as many were kept as before; null while nothing was due before
     * @param kept     measures that were done in time before
     * @param due      of so many
     */
    public record IfKept(int level, long agencies, BigDecimal now, BigDecimal forecast, BigDecimal value,
            BigDecimal asBefore, long kept, long due) {
    }

    /** Who owned a target. */
    public record Owner(String fullName, String name, String nameEn) implements AgencyName {
    }

    /** What the owner said. */
    public record Word(String cause, String outlook, String needed, String writtenBy, String writtenAt) {

        public LocalDate on() {
            return LocalDate.ofInstant(Instant.parse(writtenAt), Time.ZONE);
        }
    }

    /**
     * A target that is looked at.
     *
     * @param rules  names of the rules that chose it; empty where it was chosen by hand alone
     * @param was    its status in the meeting before; null where that says nothing
     * @param reason why it was chosen by hand; null where it was not
     */
    public record Picked(String target, List<String> rules, String was, String reason) {
    }

    /**
     * A value that rose.
     *
     * @param share of what is demanded, in per cent
     */
    public record Gain(String target, BigDecimal by, BigDecimal share) {
    }

    /**
     * A matter as it was.
     *
     * @param name   of the agency
     * @param answer the newest; null before the first
     * @param heldOn day of the meeting that decided it; null for all that no meeting decided
     * @param province code of the province that the agency is, or that it belongs to; null elsewhere
     * @param subject  what it is about; null in what an earlier release froze
     */
    public record Asked(long id, String kind, String target, String agencyCode, String name, String nameEn,
            String person, String words, String answer, String due, String state, boolean open, boolean late,
            String heldOn, String province, Named subject) implements AgencyName {

        /** Whether it is asked of the province or of a unit below it; of the province alone where nothing more is frozen. */
        public boolean concerns(String code) {
            return code.equals(province == null ? agencyCode : province);
        }

        public LocalDate dueOn() {
            return LocalDate.parse(due);
        }
    }

    /** A dimension of the model. */
    public record Dimension(String code, Named name) {
    }

    /**
     * A province on the map.
     *
     * @param shortName  for its tile
     * @param level      null until it has handed in
     * @param index      before a merger the mean of those that were merged
     * @param earlier    level in the round before of the country; null where there was none of its own
     * @param levels     of the dimensions, in their order; 0 for none
     * @param missed     what it has not reached
     * @param merged     whether an index is the mean of the provinces that are one now; null in what an earlier release froze
     * @param waiting    how many matters, measures left out, are open there and in the units below; null in meetings that were
     *                   frozen before each province had its own
     * @param late       how many of them were late; null likewise
     * @param asked      those due soonest; null likewise
     * @param versions   how the two results compare; null where both are by one version of the model, and in what an earlier
     *                   release froze
     */
    public record Province(String code, String name, String nameEn, String shortName, int column, int row,
            Integer level, BigDecimal index, Integer earlier, BigDecimal earlierIndex, List<Integer> levels,
            List<Missed> missed, Boolean merged, Long waiting, Long late, List<Asked> asked, Versions versions)
            implements
                AgencyName {
    }

    /** By which versions of the model two results were made, and whether their levels compare. */
    public record Versions(String from, String to, boolean joined) {

        static Versions of(VersionStep step) {
            return new Versions(step.from(), step.to(), step.joined());
        }

        VersionStep step() {
            return new VersionStep(from, to, joined);
        }
    }

    /** A target that a province has not reached, with its own value; null where it has reported none. */
    public record Missed(String target, BigDecimal value) {
    }

    public LocalDate day() {
        return LocalDate.parse(heldOn);
    }

    public Instant at() {
        return Instant.parse(frozenAt);
    }

    /** Returns the target with the code. */
    public Figure target(String code) {
        return targets.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }
}
