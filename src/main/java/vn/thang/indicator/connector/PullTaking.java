package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.catalogue.OpenDatasets;
import vn.thang.indicator.catalogue.PulledCatalogue;
import vn.thang.indicator.fetching.ConnectorConfiguration;
import vn.thang.indicator.fetching.Pairs;
import vn.thang.indicator.fetching.RunFacts;
import vn.thang.indicator.fetching.Schedule;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.KnownAgency;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.indicator.reading.ReportingAgencies;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.Time;

/** Takes what a run brought: readings by the one intake, datasets with their points, and the end of the run, all or nothing. */
@ApplicationScoped
@Transactional
class PullTaking {

    /** What is read from a catalogue, of a source that has these indicators. */
    static final String DATASETS = "open_datasets";
    static final String GOOD = "open_datasets_good";
    static final String RECENT = "open_data_recent";

    @Inject
    private ReadingIntake intake;

    @Inject
    private ReportingAgencies reporting;

    @Inject
    private OpenDatasets datasets;

    @Inject
    private ConnectorRuns runs;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Catalog catalog;

    @Inject
    private ConnectorConfiguration configuration;

    @Inject
    private Clock clock;

    @Inject
    private Event<ConnectorEvent> events;

    void take(long run, long connector, ConnectorForm form, PulledContent content, Schedule schedule) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as it comes back from the database
        List<ReadingRow> rows = content.rows();
        RunFacts facts = content.facts();
        if (form.kind().isCatalogue()) {
            Map<String, KnownAgency> known = reporting.below(agencies.rootPath(), LocalDate.now(clock));
            PulledCatalogue found = PulledCatalogue.of(content.datasets(), Pairs.of(form.agencies()), known.keySet());
            rows = keep(run, connector, found, known, form.source(), now);
            facts = facts.taken(rows.size(), found.unmapped());
        }
        IntakeReport report = intake.take(form.source(), ReadingIntake.Way.PULL, rows.iterator());
        runs.done(run, connector, report.batch(), facts, now, schedule.after(now));
        runs.trim(connector, configuration.rawRuns());
        events.fire(new ConnectorEvent.ReadingsPulled(connector, form.code(), report.batch()));
    }

    private List<ReadingRow> keep(long run, long connector, PulledCatalogue found, Map<String, KnownAgency> known,
            String source, Instant now) {
        Map<Long, OpenDatasets.Counted> last = datasets.lastScores(connector);
        Map<Long, OpenDatasets.Counted> counted = new HashMap<>();
        Map<Long, List<PulledCatalogue.Described>> described = new HashMap<>();
        List<ReadingRow> rows = new ArrayList<>();
        found.scores(LocalDate.now(clock)).forEach((code, score) -> {
            long agency = known.get(code).id();
            OpenDatasets.Counted before = last.get(agency);
            counted.put(agency,
                    new OpenDatasets.Counted(score,
                            before != null && before.score().sameCounts(score) && isThisQuarter(before.countedAt(), now)
                                    ? before.countedAt() : now));
            described.put(agency, found.agencies().get(code));
            rows.addAll(rows(code, score, counted.get(agency).countedAt(), source, rows.size()));
        });
        datasets.keep(run, connector, described);
        datasets.keepScores(run, connector, counted);
        return rows;
    }

    /** The readings of an agency. Counts that did not change keep the moment at which they were first found, so that they are known already. */
    List<ReadingRow> rows(String agency, PulledCatalogue.Score score, Instant countedAt, String source, int line) {
        Map<String, Indicator> known = catalog.indicators().stream().filter(one -> one.source().equals(source))
                .collect(Collectors.toMap(Indicator::code, one -> one));
        List<ReadingRow> rows = new ArrayList<>();
        Map.of(DATASETS, score.datasets(), GOOD, score.good()).forEach((code, count) -> {
            if (known.containsKey(code)) {
                rows.add(new ReadingRow(line + rows.size() + 1, agency, code, period(known.get(code)), null, null,
                        String.valueOf(count), countedAt.toString()));
            }
        });
        if (known.containsKey(RECENT)) {
            rows.add(new ReadingRow(line + rows.size() + 1, agency, RECENT, period(known.get(RECENT)),
                    String.valueOf(score.recent()),
                    String.valueOf(score.datasets()), null, countedAt.toString()));
        }
        return rows;
    }

    private String period(Indicator indicator) {
        return Period.at(indicator.period(), LocalDate.now(clock)).toString();
    }

    private static boolean isThisQuarter(Instant moment, Instant now) {
        return Period.at(Indicator.Period.QUARTER, LocalDate.ofInstant(moment, Time.ZONE))
                .equals(Period.at(Indicator.Period.QUARTER, LocalDate.ofInstant(now, Time.ZONE)));
    }
}
