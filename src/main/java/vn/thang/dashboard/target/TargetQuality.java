package vn.thang.dashboard.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import vn.thang.catalog.VersionStep;
import vn.thang.core.target.Confidence;

/**
 * How far the value of today of a target can be relied on, and what has to be known to read its series.
 *
 * @param confidence  how far the value can be relied on
 * @param stale       whether the value is too old
 * @param parts       what the confidence of the value is made of; empty where they would tell what is restricted
 * @param mergers     how many agencies of the types in scope were merged into others, by the day
 * @param error       what audit samples found wrong; empty where none was drawn
 * @param preliminary whether the value comes of a round that is not published, since none speaks for the country yet
 * @param versions    changes of the model's version, by the day of the first value after each
 */
public record TargetQuality(Confidence confidence, boolean stale, Optional<Confidence.Parts> parts,
        SortedMap<LocalDate, Long> mergers, Optional<SampledErrors.Rate> error, boolean preliminary,
        SortedMap<LocalDate, VersionStep> versions) {

    static final TargetQuality UNKNOWN = new TargetQuality(
            new Confidence.Parts(false, false, BigDecimal.ZERO, BigDecimal.ZERO,
                    BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty()),
            Collections.emptySortedMap(), Optional.empty(),
            false);

    TargetQuality(Confidence.Parts parts, SortedMap<LocalDate, Long> mergers, Optional<SampledErrors.Rate> error,
            boolean preliminary) {
        this(parts, mergers, error, preliminary, Collections.emptySortedMap());
    }

    TargetQuality(Confidence.Parts parts, SortedMap<LocalDate, Long> mergers, Optional<SampledErrors.Rate> error,
            boolean preliminary, SortedMap<LocalDate, VersionStep> versions) {
        this(Confidence.of(parts), parts.stale(), Optional.of(parts), mergers, error, preliminary, versions);
    }

    /** The same with the word alone: its parts are shares of denominators, from which those of single agencies follow. */
    TargetQuality veiled() {
        return new TargetQuality(confidence, stale, Optional.empty(), mergers, error, preliminary, versions);
    }
}
