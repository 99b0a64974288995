package vn.thang.matter.sheet;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.ruling.GivenVerdict;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Dimension;
import vn.thang.core.scoring.NodeScore;
import vn.thang.dashboard.agency.ReasonTexts;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.TrendPoint;
import vn.thang.matter.Matter;
import vn.thang.matter.pack.Pack;
import vn.thang.matter.pack.Pack.Bullets;
import vn.thang.matter.pack.Pack.Chapter;
import vn.thang.matter.pack.Pack.Part;
import vn.thang.matter.pack.Pack.Rows;
import vn.thang.matter.pack.Pack.Sentence;
import vn.thang.matter.plan.ImprovementPlan;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterWords;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;

/**
 * What the report of an agency says: its result, what changed, why, where it stands among its like, the way on, its plan and what
 * reviewers said. All of it as far as the person may see it.
 */
final class SheetContent {

    private static final int INDEX_DIGITS = 1;
    private static final String NONE = "–";
    private static final int MOST_ROWS = 12;

    private final ImprovementPlan.View plan;
    private final Optional<Group> peers;
    private final List<TrendPoint> trend;
    private final ModelTexts model;
    private final MatterWords words;
    private final Locale locale;
    private final LocalDate today;

    SheetContent(ImprovementPlan.View plan, Optional<Group> peers, List<TrendPoint> trend, ModelTexts model,
            MatterWords words, Locale locale, LocalDate today) {
        this.plan = plan;
        this.peers = peers;
        this.trend = trend;
        this.model = model;
        this.words = words;
        this.locale = locale;
        this.today = today;
    }

    Pack pack() {
        AssessmentView result = plan.result();
        String name = plan.agency().agency().name(locale);
        List<Chapter> chapters = List.of(result(), dimensions(), reasons(), peers(), path(), plan(), reviewer());
        String day = DateTimeFormatter.ofPattern(text("minutes.day"), locale).format(today);
        return new Pack(locale, text("sheet.title"), text("sheet.about", name, result.head().roundName()),
                text("minutes.place-day", text("meeting.place"), day), chapters,
                text("sheet.source", result.head().roundName(), text(ResultStanding.of(result.head()).key()),
                        result.head().modelRef()));
    }

    private Chapter result() {
        NodeScore now = plan.now();
        List<Part> parts = new ArrayList<>(List.of(new Sentence(
                text("sheet.level", now.level(), model.levelName(now.level()), index(now)), true)));
        List<TrendPoint> before = trend.stream()
                .filter(point -> point.dueOn().isBefore(plan.result().head().dueOn())).toList();
        parts.add(new Sentence(before.isEmpty() ? text("sheet.first")
                : changed(before.get(before.size() - 1), now), false));
        parts.add(new Sentence(text("sheet.declared", plan.result().scored().declared().whole().level(),
                Formats.percent(plan.result().scored().evidencedPercent(), locale),
                Formats.percent(plan.result().scored().confirmedPercent(), locale)), false));
        return new Chapter(text("sheet.result"), parts);
    }

    /** A result before a merger is the mean of those that are one now, which had no level together. */
    private String changed(TrendPoint before, NodeScore now) {
        String index = Formats.number(before.index(), locale);
        String changed = before.level() == null ? text("sheet.changed.joined", before.round(), index, index(now))
                : text("sheet.changed", before.round(), before.level(), now.level(), index, index(now));
        String joined = before.merged() > 0 ? " " + text("trend.merged") : "";
        return changed + joined + trend.stream()
                .filter(point -> point.step() != null && point.assessment() != null
                        && point.assessment() == plan.result().head().id())
                .map(point -> " " + point.step().words(locale)).collect(Collectors.joining());
    }

    /** In one decimal, so that nothing restricted follows from it. */
    private String index(NodeScore score) {
        return Formats.number(score.index().toDecimal(INDEX_DIGITS), locale);
    }

    private Chapter dimensions() {
        List<List<String>> rows = plan.result().scored().model().dimensions().stream().map(dimension -> List.of(
                dimension.code() + " · " + model.dimension(dimension.code()).name(),
                String.valueOf(plan.result().scored().official().node(dimension.code()).level()),
                peers.map(group -> String.valueOf(group.dimension(dimension.code()).median())).orElse(NONE))).toList();
        return new Chapter(text("sheet.dimensions"), List.of(new Rows(text("sheet.dimensions"),
                List.of(text("meeting.dimension"), text("meeting.level"), text("sheet.median")), List.of(64, 14, 22),
                rows)));
    }

    private Chapter reasons() {
        List<Part> parts = new ArrayList<>();
        reasons(parts, plan.result().scored().model().whole(), null);
        plan.result().scored().model().dimensions()
                .forEach(dimension -> reasons(parts, dimension, model.dimension(dimension.code()).name()));
        if (plan.hidden()) {
            parts.add(new Sentence(text("scorecard.restricted"), false));
        }
        return chapter("sheet.reasons", parts, "sheet.reasons.none");
    }

    private void reasons(List<Part> parts, Dimension node, String name) {
        List<String> words = ReasonTexts.words(plan.result(), node, model, locale);
        if (!words.isEmpty()) {
            if (name != null) {
                parts.add(new Sentence(node.code() + " · " + name, false));
            }
            parts.add(new Bullets(words));
        }
    }

    private Chapter chapter(String heading, List<Part> parts, String none) {
        return new Chapter(text(heading), parts.isEmpty() ? List.of(new Sentence(text(none), false)) : parts);
    }

    private Chapter peers() {
        List<Part> parts = peers.map(group -> {
            List<List<String>> rows = new ArrayList<>();
            for (int level = plan.result().scored().model().highest(); level >= 0; level--) {
                if (level > 0 || group.levels().at(0) > 0) {
                    rows.add(List.of(text(level == plan.now().level() ? "sheet.peers.own" : "sheet.peers.level", level),
                            Formats.number(group.levels().at(level), locale),
                            Formats.percent(100d * group.levels().at(level) / group.handedIn(), locale)));
                }
            }
            return List.<Part>of(
                    new Sentence(text("sheet.peers.lead", group.handedIn(), group.levels().median()), false),
                    new Rows(text("sheet.peers"),
                            List.of(text("meeting.level"), text("sheet.agencies"), text("sheet.share")),
                            List.of(50, 25, 25), rows));
        }).orElse(List.of());
        return chapter("sheet.peers", parts, "sheet.peers.none");
    }

    private Chapter path() {
        List<Part> parts = new ArrayList<>();
        if (!plan.offers().isEmpty()) {
            parts.add(new Sentence(text("sheet.path.lead", plan.level(), plan.offers().size()), false));
            parts.addAll(shown("sheet.path",
                    List.of(text("sheet.criterion"), text("sheet.from"), text("sheet.to"), text("plan.reviewer")),
                    List.of(40, 16, 16, 28),
                    plan.offers().stream().map(offer -> List.of(criterion(offer.criterion()),
                            offer.from() == null ? NONE : answer(offer.criterion(), offer.from()),
                            answer(offer.criterion(), offer.to()), offer.reason() == null ? NONE : offer.reason()))
                            .toList()));
        }
        return chapter("sheet.path", parts, "sheet.path.none");
    }

    private String criterion(String code) {
        return code + " " + model.criterion(code).name();
    }

    private String answer(String criterion, String value) {
        return model.criterion(criterion).options().getOrDefault(value, value);
    }

    /** The measures of this result, those of earlier ones that are open, and those about readings; dropped ones are left out. */
    private Chapter plan() {
        List<MatterLine> measures = kept(plan.measures());
        List<MatterLine> others = Stream.concat(plan.earlier().stream(), kept(plan.readings()).stream()).toList();
        List<Part> parts = new ArrayList<>();
        if (!measures.isEmpty()) {
            parts.add(
                    new Sentence(text("sheet.plan.lead", measures.size(), plan.ifKept().level(), index(plan.ifKept())),
                            false));
        }
        if (!others.isEmpty()) {
            parts.add(new Sentence(text("sheet.plan.others", others.size()), false));
        }
        if (plan.kept().of() > 0) {
            parts.add(new Sentence(text("sheet.plan.kept", plan.kept().kept(), plan.kept().of()), false));
        }
        if (!measures.isEmpty() || !others.isEmpty()) {
            parts.addAll(shown("sheet.plan",
                    List.of(text("sheet.measure"), text("matter.person"), text("matter.due"), text("matter.money"),
                            text("matter.state")),
                    List.of(40, 18, 13, 14, 15),
                    Stream.concat(measures.stream(), others.stream()).map(this::measure).toList()));
        }
        return chapter("sheet.plan", parts, "sheet.plan.none");
    }

    private static List<MatterLine> kept(List<MatterLine> measures) {
        return measures.stream().filter(one -> one.state() != Matter.State.DROPPED).toList();
    }

    private List<String> measure(MatterLine one) {
        return List.of(words.subject(one, locale) + ": " + words.raise(one, locale) + "\n" + one.words(),
                one.person() == null ? NONE : one.person(), Texts.day(locale, one.dueOn()),
                one.money() == null ? NONE : Formats.number(one.money(), locale),
                text("matter.state." + one.standing()));
    }

    private Chapter reviewer() {
        List<List<String>> rows = plan.result().verdicts().values().stream()
                .filter(verdict -> !plan.result().isUnseen(verdict.criterion()))
                .filter(verdict -> verdict.reason() != null)
                .sorted((a, b) -> a.criterion().compareTo(b.criterion())).map(this::verdict).toList();
        return chapter("sheet.reviewer", rows.isEmpty() ? List.of()
                : shown("sheet.reviewer",
                        List.of(text("sheet.criterion"), text("review.kind"), text("sheet.reviewer.reason")),
                        List.of(40, 18, 42), rows),
                "sheet.reviewer.none");
    }

    /** The first rows, and how many there are besides: a report that goes on has no reader. */
    private List<Part> shown(String key, List<String> head, List<Integer> widths, List<List<String>> rows) {
        Rows first = new Rows(text(key), head, widths, rows.stream().limit(MOST_ROWS).toList());
        return rows.size() <= MOST_ROWS ? List.of(first)
                : List.of(first, new Sentence(text("sheet.more", rows.size() - MOST_ROWS), false));
    }

    private List<String> verdict(GivenVerdict verdict) {
        return List.of(criterion(verdict.criterion()), text("review.kind." + verdict.kind()), verdict.reason());
    }

    private String text(String key, Object... arguments) {
        return Texts.text(locale, key, arguments);
    }
}
