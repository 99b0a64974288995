package vn.thang.sampling;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import vn.thang.core.review.ErrorSample;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.Texts;

/**
 * A sample of answers that an auditor drew.
 *
 * @param tolerable  share of wrong answers that can be borne
 * @param allowed    wrong answers in the sample that still show it
 * @param population answers that it was drawn from
 * @param judged     how many of it are judged
 * @param wrong      how many of those are wrong
 */
public record AuditSample(long id, long roundId, String round, String roundName, String model, String agency,
        String agencyName, String agencyNameEn,
        String agencyPath, String purpose, double confidence, double tolerable, int allowed,
        @ColumnName("strata") Division division, String seed, long population, int size, String drawnBy,
        Instant drawnAt, int judged, int wrong) {

    /** The name of a part that is the whole, or what belongs to no agency of the first level. */
    static final String WHOLE = "*";

    /** Whether every answer of it is judged, so that it says something about the whole. */
    public boolean complete() {
        return judged == size;
    }

    /**
     * A part of what was drawn from.
     *
     * @param name       code of an agency or type; a star for the whole
     * @param agencyName of the agency whose code it is; null for a type and the whole
     */
    public record Stratum(String name, String agencyName, String agencyNameEn, long population, int size, int judged,
            int wrong) {

        /** What the part is called: code and name of its agency, or its type. */
        String shown(Division division, Locale locale) {
            if (name.equals(WHOLE)) {
                return Texts.text(locale, "sampling.division.WHOLE");
            }
            return switch (division) {
                case TYPE -> Texts.text(locale, "organisation.type." + name);
                case PROVINCE, WHOLE -> agencyName == null ? name
                        : name + " · " + AgencyName.of(agencyName, agencyNameEn, locale);
            };
        }

        ErrorSample sample() {
            return new ErrorSample(population, size, wrong);
        }
    }

    /**
     * What a sample says about the whole once it is judged.
     *
     * @param projected share of wrong answers, every part by its size
     * @param bound     the share is at most this with the confidence of the sample
     * @param exact     whether the bound is exact; the sum of the bounds of parts is rather too high
     * @param borne     whether no more is wrong than can be borne
     */
    public record Outcome(double projected, double bound, boolean exact, boolean borne) {

        static Outcome of(AuditSample sample, List<Stratum> strata) {
            List<ErrorSample> parts = strata.stream().map(Stratum::sample).toList();
            double bound = ErrorSample.bound(parts, sample.confidence());
            return new Outcome(ErrorSample.projected(parts), bound, parts.size() == 1, bound <= sample.tolerable());
        }
    }

    /**
     * One answer of a sample.
     *
     * @param value    answer that counted when it was drawn; null for none, and where the reader may not see it
     * @param found    answer that is right in the eyes of the reviewer; null until it is judged
     * @param judgedBy id of the reviewer; null until then
     */
    public record Case(long id, long sample, String stratum, long assessment, String agency, String agencyName,
            String agencyNameEn,
            String agencyPath, String criterion, String value, String found, String reason, Long judgedBy,
            String judgedName, Instant judgedAt) {

        public boolean judged() {
            return judgedAt != null;
        }

        /** Whether another answer is right than the one that counted. */
        public boolean wrong() {
            return judged() && !String.valueOf(value).equals(String.valueOf(found));
        }

        Case hidden() {
            return new Case(id, sample, stratum, assessment, agency, agencyName, agencyNameEn, agencyPath, criterion,
                    null, null,
                    null,
                    judgedBy, judgedName, judgedAt);
        }
    }
}
