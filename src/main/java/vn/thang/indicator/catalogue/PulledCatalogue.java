package vn.thang.indicator.catalogue;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.thang.core.metadata.Dataset;
import vn.thang.core.metadata.MetadataQuality;
import vn.thang.core.model.Fraction;

/**
 * The datasets of a catalogue with their points, by the agency that publishes them.
 *
 * @param agencies by code; an agency that the mapping names and that publishes nothing stands here with no dataset
 * @param unmapped publishers that are no agency here, with the number of their datasets
 */
public record PulledCatalogue(Map<String, List<Described>> agencies, Map<String, Integer> unmapped) {

    private static final int RECENT_DAYS = 365;
    /** A date, a moment, a month or a year of XML Schema, with its zone where it has one; a blank may stand for the T. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<year>\\d{4})(-(?<month>\\d{2})(-(?<day>\\d{2})([T ]\\d{2}:.*)?)?)?(Z|[+-]\\d{2}:\\d{2})?");

    /** A dataset with its points. */
    public record Described(Dataset dataset, MetadataQuality quality) {
    }

    /**
     * What is counted for an agency.
     *
     * @param good   datasets from 221 points
     * @param recent datasets that were changed within a year
     * @param points mean of all; empty where there is none
     */
    public record Score(int datasets, int good, int recent, Optional<Fraction> points) {

        public boolean sameCounts(Score other) {
            return datasets == other.datasets && good == other.good && recent == other.recent;
        }
    }

    /**
     * @param mapping from what the catalogue calls a publisher to the code of an agency
     * @param known   codes that are agencies; a publisher that is called like one of them needs no mapping
     */
    public static PulledCatalogue of(List<Dataset> datasets, Map<String, String> mapping, Set<String> known) {
        Map<String, List<Described>> agencies = new TreeMap<>();
        mapping.values().stream().filter(known::contains).forEach(code -> agencies.put(code, new ArrayList<>()));
        Map<String, String> codes = new HashMap<>();
        mapping.forEach((name, code) -> codes.put(plain(name), code));
        Map<String, Integer> unmapped = new TreeMap<>();
        for (Dataset dataset : datasets) {
            String publisher = dataset.publisherId() == null ? "" : plain(dataset.publisherId());
            String code = codes.getOrDefault(publisher, publisher);
            if (known.contains(code)) {
                agencies.computeIfAbsent(code, one -> new ArrayList<>())
                        .add(new Described(dataset, MetadataQuality.of(dataset)));
            } else {
                unmapped.merge(publisher, 1, Integer::sum);
            }
        }
        return new PulledCatalogue(agencies, unmapped);
    }

    /** A name in one way of writing its marks, since people write it as they do and portals as they do. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
    }

    public Map<String, Score> scores(LocalDate today) {
        Map<String, Score> scores = new LinkedHashMap<>();
        agencies.forEach((code, datasets) -> scores.put(code, score(datasets, today)));
        return scores;
    }

    private static Score score(List<Described> datasets, LocalDate today) {
        List<Fraction> totals = datasets.stream().map(one -> one.quality().total()).toList();
        Set<MetadataQuality.Rating> enough = Set.of(MetadataQuality.Rating.GOOD, MetadataQuality.Rating.EXCELLENT);
        return new Score(datasets.size(),
                (int) datasets.stream().filter(one -> enough.contains(one.quality().rating())).count(),
                (int) datasets.stream().filter(one -> isRecent(one.dataset(), today)).count(),
                totals.isEmpty() ? Optional.empty()
                        : Optional.of(totals.stream().reduce(Fraction.ZERO, Fraction::plus).dividedBy(totals.size())));
    }

    /** Changed, or else issued, within a year; a day that is still to come proves nothing. */
    public static boolean isRecent(Dataset dataset, LocalDate today) {
        Stream<String> changed = Stream.concat(Stream.ofNullable(dataset.modified()),
                dataset.distributions().stream().map(Dataset.Distribution::modified));
        Stream<String> issued = Stream.concat(Stream.ofNullable(dataset.issued()),
                dataset.distributions().stream().map(Dataset.Distribution::issued));
        return Stream.concat(changed, issued).flatMap(text -> day(text).stream()).filter(day -> !day.isAfter(today))
                .max(Comparator.naturalOrder())
                .filter(day -> !day.isBefore(today.minusDays(RECENT_DAYS))).isPresent();
    }

    /** The first day of what is said: of a day, a moment, a month or a year, so that saying less than a day gains nothing. */
    private static Optional<LocalDate> day(String text) {
        Matcher written = WRITTEN.matcher(text == null ? "" : text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(written.group("year")), part(written.group("month")),
                    part(written.group("day"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int part(String written) {
        return written == null ? 1 : Integer.parseInt(written);
    }
}
