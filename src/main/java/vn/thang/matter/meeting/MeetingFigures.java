package vn.thang.matter.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Demand.Relation;
import vn.thang.core.target.NationalFigure;
import vn.thang.dashboard.agency.AgencyComparison;
import vn.thang.dashboard.agency.ComparedAgency.Standing;
import vn.thang.dashboard.agency.ComparedAgency;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.AgencyLine;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.dashboard.standing.ProvinceTiles;
import vn.thang.dashboard.target.MeasuredValue;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TargetValue;
import vn.thang.matter.effect.TargetSums;
import vn.thang.matter.meeting.FrozenMeeting.Asked;
import vn.thang.matter.meeting.FrozenMeeting.Figure;
import vn.thang.matter.meeting.FrozenMeeting.Missed;
import vn.thang.matter.meeting.FrozenMeeting.Named;
import vn.thang.matter.meeting.FrozenMeeting.Province;
import vn.thang.matter.register.MatterWords;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** Puts together what lies before a meeting, from the pages on which the same figures stand. */
@ApplicationScoped
class MeetingFigures {

    private static final int DIGITS = 6;
    private static final int PROVINCES = 100;
    private static final int SOON_DAYS = 30;
    private static final int MOST_ASKED = 200;
    private static final int MOST_ASKED_OF_PROVINCE = 50;
    private static final String PROVINCE = "province";
    private static final MeetingMatters.Standing NOTHING = new MeetingMatters.Standing(0, 0);

    @Inject
    private Meetings meetings;

    @Inject
    private MeetingMatters matters;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private NationalStandings standings;

    @Inject
    private AgencyComparison comparison;

    @Inject
    private TargetSums sums;

    @Inject
    private MatterWords subjects;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    /** Returns what lies before the meeting as it is now. */
    FrozenMeeting of(Meeting meeting) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        RoundSelection selection = rounds.rounds(null)
                .orElseThrow(() -> new BusinessException("meeting.no-round"));
        Optional<Meeting> last = meetings.before(meeting);
        Map<String, String> before = last.flatMap(one -> meetings.frozen(one.id())).map(FrozenText::meeting)
                .map(MeetingFigures::statuses).orElse(Map.of());
        Map<String, FrozenMeeting.Owner> owners = meetings.owners(today);
        Map<String, FrozenMeeting.Word> words = meetings.words();
        List<TargetLine> lines = targets.shared(selection);
        Map<String, TargetSums.Sum> kept = sums.of(lines, selection);
        List<Figure> figures = lines.stream()
                .map(line -> figure(line, owners, words, ifKept(line, kept.get(line.target().code())))).toList();
        Set<String> late = matters.late(today);
        LocalDate soon = meeting.heldOn().plusDays(SOON_DAYS);
        MeetingMatters.StandingOfAll standing = matters.standing(soon, today);
        RoundChoice shown = selection.shown();
        List<Asked> decisions = last.map(one -> asked(matters.decisions(one, today))).orElse(List.of());
        return new FrozenMeeting(FrozenMeeting.FORMAT, meeting.heldOn().toString(), now.toString(), shown.code(),
                shown.name(), shown.standing(), last.map(one -> one.heldOn().toString()).orElse(null), figures,
                MeetingRules.exceptions(figures, before, late, meetings.picks(meeting.id())),
                MeetingRules.gains(figures), MeetingRules.risks(figures), standing.waiting(), standing.late(),
                asked(matters.asked(soon, today, MOST_ASKED)), standing.soon(), standing.lateMeasures(), decisions,
                dimensions(selection.basis(PROVINCE)), provinces(selection, lines, today));
    }

    /** Returns the part of it that the page of the country shows: no plans, no matters of single agencies and no provinces. */
    FrozenMeeting now(RoundSelection selection, List<TargetLine> lines) {
        LocalDate today = LocalDate.now(clock);
        Optional<Meeting> last = meetings.before(null);
        Map<String, FrozenMeeting.Owner> owners = meetings.owners(today);
        Map<String, FrozenMeeting.Word> words = meetings.words();
        List<Figure> figures = lines.stream().map(line -> figure(line, owners, words, null)).toList();
        RoundChoice shown = selection.shown();
        return new FrozenMeeting(FrozenMeeting.FORMAT, today.toString(), clock.instant().toString(), shown.code(),
                shown.name(), shown.standing(), last.map(one -> one.heldOn().toString()).orElse(null), figures,
                List.of(), MeetingRules.gains(figures), MeetingRules.risks(figures), 0, 0, List.of(),
                null, null, last.map(one -> asked(matters.decisions(one, today))).orElse(List.of()), List.of(),
                List.of());
    }

    private List<Asked> asked(List<MeetingMatters.AskedOf> found) {
        return found.stream().map(one -> one.saying(named(locale -> subjects.subject(one, locale)))).toList();
    }

    private static Map<String, String> statuses(FrozenMeeting frozen) {
        return frozen.targets().stream().collect(Collectors.toMap(Figure::code, Figure::status));
    }

    private Named named(Function<Locale, String> text) {
        return new Named(text.apply(Texts.LANGUAGES.get(0)), text.apply(Texts.LANGUAGES.get(1)),
                text.apply(Texts.LANGUAGES.get(2)));
    }

    private Figure figure(TargetLine line, Map<String, FrozenMeeting.Owner> owners,
            Map<String, FrozenMeeting.Word> words, FrozenMeeting.IfKept kept) {
        String code = line.target().code();
        Relation relation = line.target().demand().relation();
        List<TargetValue> trend = line.trend();
        TargetValue last = trend.isEmpty() ? null : trend.get(trend.size() - 1);
        TargetValue earlier = line.series().earlier(catalog.breaks()).orElse(null);
        return new Figure(code, named(locale -> catalog.programmeTexts(locale).target(code).name()),
                line.target().phase().due().toString(), line.status(), line.today(), exact(last),
                line.target().demand().value(), relation.shown(), line.percent(),
                relation == Relation.AT_LEAST || relation == Relation.MORE_THAN, last == null ? null : last.label(),
                exact(earlier), earlier == null ? null : earlier.label(),
                last == null ? null : line.quality().confidence().name(), forecast(line), owners.get(code),
                words.get(code), last == null ? null : Boolean.valueOf(line.stale()), bounds(line), kept,
                sampled(line));
    }

    private static FrozenMeeting.Bounds bounds(TargetLine line) {
        return line.apart().map(one -> new FrozenMeeting.Bounds(line.shown(one.low()), line.shown(one.high())))
                .orElse(null);
    }

    private static FrozenMeeting.Sampled sampled(TargetLine line) {
        return line.quality().error().map(
                error -> new FrozenMeeting.Sampled(error.shownRate(), error.shownBound(), error.exact())).orElse(null);
    }

    private static FrozenMeeting.IfKept ifKept(TargetLine line, TargetSums.Sum sum) {
        return sum == null ? null
                : new FrozenMeeting.IfKept(line.level(), sum.plans().lifted() == 0 ? 0 : sum.agencies(),
                        line.shown(sum.today()),
                        sum.forecast() == null ? null : line.shown(sum.forecast()), line.shown(sum.ifKept()),
                        sum.asBefore() == null ? null : line.shown(sum.asBefore()), sum.before().kept(),
                        sum.before().of());
    }

    private static BigDecimal exact(TargetValue value) {
        return value == null ? null : value.value().toDecimal(DIGITS);
    }

    private static FrozenMeeting.Outlook forecast(TargetLine line) {
        return line.forecast()
                .map(forecast -> new FrozenMeeting.Outlook(forecast.low(), forecast.middle(), forecast.high(),
                        forecast.chance(), forecast.indicative()))
                .orElse(null);
    }

    private List<FrozenMeeting.Dimension> dimensions(RoundChoice round) {
        return catalog.isReadable(round.modelRef()) ? catalog.model(round.modelRef()).dimensions().stream()
                .map(Dimension::code).map(code -> new FrozenMeeting.Dimension(code, named(
                        locale -> catalog.texts(round.modelRef(), locale).dimension(code).name())))
                .toList() : List.of();
    }

    private List<Province> provinces(RoundSelection selection, List<TargetLine> lines, LocalDate today) {
        RoundChoice round = selection.basis(PROVINCE);
        Map<String, AgencyLine> now = byCode(round);
        List<NationalFigure<RoundChoice>> national = selection.figures(Set.of(PROVINCE));
        Optional<RoundChoice> before = national.size() < 2 ? Optional.empty()
                : Optional.of(national.get(national.size() - 2).rounds().get(PROVINCE));
        List<ProvinceTiles.Tile> tiles = standings.tiles(round);
        Map<String, ComparedAgency> histories = comparison
                .histories(tiles.stream().map(tile -> tile.agency().code()).toList(),
                        Stream.concat(Stream.of(round), before.stream()).toList())
                .stream().collect(Collectors.toMap(ComparedAgency::code, one -> one));
        Set<String> restricted = catalog.restrictedIndicators();
        List<String> codes = dimensions(round).stream().map(FrozenMeeting.Dimension::code).toList();
        Map<String, List<Asked>> asked = asked(matters.askedOfProvinces(today, MOST_ASKED_OF_PROVINCE)).stream()
                .collect(Collectors.groupingBy(Asked::province));
        Map<String, MeetingMatters.Standing> standing = matters.standingOfProvinces(today);
        return tiles.stream().map(tile -> {
            String code = tile.agency().code();
            ComparedAgency history = histories.get(code);
            return province(tile, now.get(code), history.then(round), before.map(history::then).orElse(null), codes,
                    lines, restricted, standing.getOrDefault(code, NOTHING), asked.getOrDefault(code, List.of()));
        }).toList();
    }

    private Map<String, AgencyLine> byCode(RoundChoice round) {
        Map<String, AgencyLine> found = new HashMap<>();
        standings.first(PROVINCES, round,
                new AgencyFilter(null, List.of(PROVINCE), null, null, null, null, "name", false), true)
                .forEach(line -> found.put(line.code(), line));
        return found;
    }

    /** @param present what it was in the round of today, with the index of all that are one since; earlier as in the one before */
    private static Province province(ProvinceTiles.Tile tile, AgencyLine now, Standing present, Standing earlier,
            List<String> codes, List<TargetLine> lines, Set<String> restricted, MeetingMatters.Standing standing,
            List<Asked> asked) {
        AgencyLine agency = now == null ? tile.agency() : now;
        List<Integer> levels = now == null ? List.of() : now.cells(codes);
        return new Province(agency.code(), agency.name(), agency.nameEn(), tile.name(), tile.column(), tile.row(),
                agency.level(), index(present), earlier == null ? null : earlier.level(), index(earlier), levels,
                lines.stream().flatMap(line -> missed(line, agency, restricted)).toList(),
                Stream.of(present, earlier).anyMatch(one -> one != null && one.merged() > 0),
                standing.waiting(), standing.late(), asked,
                present == null || earlier == null || present.step() == null ? null
                        : FrozenMeeting.Versions.of(present.step()));
    }

    /** The index of a single agency is public in one decimal, so that nothing restricted follows from it. */
    private static BigDecimal index(Standing standing) {
        return standing == null ? null : BigDecimal.valueOf(standing.joined()).setScale(1, RoundingMode.HALF_UP);
    }

    /** What measures something restricted is shown of no single agency. */
    private static Stream<Missed> missed(TargetLine line, AgencyLine agency, Set<String> restricted) {
        String code = line.target().code();
        if (line.target().level().isPresent()) {
            return line.target().scope().contains(PROVINCE)
                    && (agency.level() == null || agency.level() < line.level())
                            ? Stream.of(new Missed(code,
                                    agency.level() == null ? null : BigDecimal.valueOf(agency.level())))
                            : Stream.empty();
        }
        return line.measured() == null
                || restricted.contains(line.measured().indicator().code()) ? Stream.empty()
                        : line.measured().missing().stream().filter(one -> one.code().equals(agency.code()))
                                .map(one -> new Missed(code, shown(line, one)));
    }

    private static BigDecimal shown(TargetLine line, MeasuredValue.AgencyValue value) {
        Fraction exact = value.exact();
        return exact == null ? null : line.target().ofAgency().shown(exact, 1);
    }
}
