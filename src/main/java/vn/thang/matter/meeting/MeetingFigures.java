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
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.AgencyLine;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.dashboard.standing.ProvinceTiles;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.matter.meeting.FrozenMeeting.Asked;
import vn.thang.matter.meeting.FrozenMeeting.Figure;
import vn.thang.matter.meeting.FrozenMeeting.Missed;
import vn.thang.matter.meeting.FrozenMeeting.Named;
import vn.thang.matter.meeting.FrozenMeeting.Province;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** Puts together what lies before a meeting, from the pages on which the same figures stand. */
@ApplicationScoped
class MeetingFigures {

    private static final int DIGITS = 6;
    private static final int PROVINCES = 100;
    private static final int SOON_DAYS = 30;
    private static final int MOST_ASKED = 200;
    private static final String PROVINCE = "province";

    @Inject
    private Meetings meetings;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private NationalStandings standings;

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
        List<TargetLine> lines = targets.targets(selection);
        List<Figure> figures = lines.stream().map(line -> figure(line, owners, words)).toList();
        Set<String> late = meetings.late(today);
        Meetings.Standing standing = meetings.standing(today);
        RoundChoice shown = selection.shown();
        List<Asked> decisions = last.map(one -> meetings.decisions(one, today)).orElse(List.of());
        return new FrozenMeeting(FrozenMeeting.FORMAT, meeting.heldOn().toString(), now.toString(), shown.code(),
                shown.name(), shown.standing(), last.map(one -> one.heldOn().toString()).orElse(null), figures,
                MeetingRules.exceptions(figures, before, late, meetings.picks(meeting.id())),
                MeetingRules.gains(figures), MeetingRules.risks(figures), standing.waiting(), standing.late(),
                meetings.asked(meeting.heldOn().plusDays(SOON_DAYS), today, MOST_ASKED), decisions,
                dimensions(selection.basis(PROVINCE)), provinces(selection, lines));
    }

    private static Map<String, String> statuses(FrozenMeeting frozen) {
        return frozen.targets().stream().collect(Collectors.toMap(Figure::code, Figure::status));
    }

    private Named named(Function<Locale, String> text) {
        return new Named(text.apply(Texts.LANGUAGES.get(0)), text.apply(Texts.LANGUAGES.get(1)),
                text.apply(Texts.LANGUAGES.get(2)));
    }

    private Figure figure(TargetLine line, Map<String, FrozenMeeting.Owner> owners,
            Map<String, FrozenMeeting.Word> words) {
        String code = line.target().code();
        Relation relation = line.target().demand().relation();
        List<TargetLine.Value> trend = line.trend();
        TargetLine.Value last = trend.isEmpty() ? null : trend.get(trend.size() - 1);
        TargetLine.Value earlier = trend.size() < 2 ? null : trend.get(trend.size() - 2);
        return new Figure(code, named(locale -> catalog.programmeTexts(locale).target(code).name()),
                line.target().phase().due().toString(), line.status(), line.today(), exact(last),
                line.target().demand().value(), relation.shown(), line.percent(),
                relation == Relation.AT_LEAST || relation == Relation.MORE_THAN, last == null ? null : last.label(),
                exact(earlier), earlier == null ? null : earlier.label(),
                last == null ? null : line.behind().confidence().name(), forecast(line), owners.get(code),
                words.get(code));
    }

    private static BigDecimal exact(TargetLine.Value value) {
        return value == null ? null : value.value().toDecimal(DIGITS);
    }

    private static FrozenMeeting.Outlook forecast(TargetLine line) {
        return line.ahead().map(ahead -> new FrozenMeeting.Outlook(ahead.low(), ahead.middle(), ahead.high(),
                ahead.chance(), ahead.indicative())).orElse(null);
    }

    private List<FrozenMeeting.Dimension> dimensions(RoundChoice round) {
        return catalog.isReadable(round.modelRef()) ? catalog.model(round.modelRef()).dimensions().stream()
                .map(Dimension::code).map(code -> new FrozenMeeting.Dimension(code, named(
                        locale -> catalog.texts(round.modelRef(), locale).dimension(code).name())))
                .toList() : List.of();
    }

    private List<Province> provinces(RoundSelection selection, List<TargetLine> lines) {
        RoundChoice round = selection.basis(PROVINCE);
        Map<String, AgencyLine> now = byCode(round);
        List<NationalFigure<RoundChoice>> national = selection.figures(Set.of(PROVINCE));
        Map<String, AgencyLine> then = national.size() < 2 ? Map.of()
                : byCode(national.get(national.size() - 2).rounds().get(PROVINCE));
        Set<String> restricted = catalog.restrictedIndicators();
        List<String> codes = dimensions(round).stream().map(FrozenMeeting.Dimension::code).toList();
        return standings.tiles(round).stream()
                .map(tile -> province(tile, now.get(tile.agency().code()), then.get(tile.agency().code()), codes,
                        lines, restricted))
                .toList();
    }

    private Map<String, AgencyLine> byCode(RoundChoice round) {
        Map<String, AgencyLine> found = new HashMap<>();
        standings.first(PROVINCES, round,
                new AgencyFilter(null, List.of(PROVINCE), null, null, null, null, "name", false), true)
                .forEach(line -> found.put(line.code(), line));
        return found;
    }

    private static Province province(ProvinceTiles.Tile tile, AgencyLine now, AgencyLine then, List<String> codes,
            List<TargetLine> lines, Set<String> restricted) {
        AgencyLine agency = now == null ? tile.agency() : now;
        List<Integer> levels = now == null ? List.of() : now.cells(codes);
        return new Province(agency.code(), agency.name(), agency.nameEn(), tile.name(), tile.column(), tile.row(),
                agency.level(), index(agency), then == null ? null : then.level(), then == null ? null : index(then),
                levels, lines.stream().flatMap(line -> missed(line, agency, restricted)).toList());
    }

    /** The index of a single agency is public in one decimal, so that nothing restricted follows from it. */
    private static BigDecimal index(AgencyLine agency) {
        return agency.index() == null ? null
                : BigDecimal.valueOf(agency.index()).setScale(1, RoundingMode.HALF_UP);
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

    private static BigDecimal shown(TargetLine line, TargetLine.AgencyValue value) {
        Fraction exact = value.exact();
        return exact == null ? null : line.target().ofAgency().shown(exact, 1);
    }
}
