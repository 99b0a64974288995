package vn.thang.bulletin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.bulletin.BulletinFacts.Figure;
import vn.thang.bulletin.BulletinWords.Chapter;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;

/** Makes the sentences of a bulletin from its facts and those of the month before, by the texts of a language and in no other way. */
final class BulletinTexts {

    private static final String NOTHING = "–";

    private final BulletinFacts facts;
    private final Optional<BulletinFacts> before;
    private final ProgrammeTexts programme;
    private final String hash;
    private final Locale locale;

    BulletinTexts(BulletinFacts facts, Optional<BulletinFacts> before, ProgrammeTexts programme, String hash,
            Locale locale) {
        this.facts = facts;
        this.before = before;
        this.programme = programme;
        this.hash = hash;
        this.locale = locale;
    }

    private String text(String key, Object... arguments) {
        return Texts.text(locale, key, arguments);
    }

    /** Returns the name of a month in the words of a language. */
    static String month(LocalDate month, Locale locale) {
        return DateTimeFormatter.ofPattern(Texts.text(locale, "bulletin.month"), locale).format(month);
    }

    BulletinWords words() {
        LocalDate month = LocalDate.parse(facts.month());
        Instant taken = Instant.parse(facts.takenAt());
        String day = DateTimeFormatter.ofPattern(text("minutes.day"), locale)
                .format(LocalDate.ofInstant(taken, Time.ZONE));
        return new BulletinWords(locale.getLanguage(), text("bulletin.title"),
                text("bulletin.about", programme.title(), month(month, locale)),
                text("minutes.place-day", text("meeting.place"), day),
                List.of(Chapter.of(text("bulletin.summary"),
                        List.of(verdict(), text("bulletin.basis", Texts.moment(locale, taken))), List.of()), changes(),
                        targets(), forecasts(), sources()),
                text("bulletin.seal", hash));
    }

    /** How many targets will be reached, in the words of the national page. */
    private String verdict() {
        return text("dashboard.verdict", number(facts.count("ok") + facts.count("on")), number(facts.targets().size()),
                number(facts.count("risk")), number(facts.count("off")), number(facts.count("none")),
                number(facts.count("few")), facts.count("few"), facts.count("none"));
    }

    private String number(long number) {
        return Formats.number(number, locale);
    }

    private String name(Figure figure) {
        return figure.code() + " · " + programme.target(figure.code()).name();
    }

    private String shown(Figure figure, BigDecimal value) {
        return figure.percent() ? Formats.percent(value, locale) : Formats.number(value, locale);
    }

    private String status(String status) {
        return text("target.status." + status);
    }

    private Chapter changes() {
        if (before.isEmpty()) {
            return Chapter.of(text("bulletin.changes"), List.of(text("bulletin.first")), List.of());
        }
        List<String> items = facts.targets().stream()
                .map(now -> before.get().target(now.code()).map(then -> change(now, then))
                        .orElseGet(() -> text("bulletin.change.new", name(now))))
                .filter(sentence -> !sentence.isEmpty()).toList();
        String than = month(LocalDate.parse(before.get().month()), locale);
        return Chapter.of(text("bulletin.changes"), List.of(items.isEmpty() ? text("bulletin.changes.none", than)
                : text("bulletin.changes.some", items.size(), facts.targets().size(), than)), items);
    }

    /** What changed at a target; empty for nothing. */
    private String change(Figure now, Figure then) {
        List<String> said = new ArrayList<>();
        int moved = now.value() == null || then.value() == null ? 0 : now.value().compareTo(then.value());
        if (now.value() != null && then.value() == null) {
            said.add(text("bulletin.change.first", shown(now, now.value()), now.period()));
        } else if (now.value() == null && then.value() != null) {
            said.add(text("bulletin.change.gone", shown(then, then.value())));
        } else if (now.broken() != null) {
            said.add(text("bulletin.change.break", shown(now, now.value()), now.period(), shown(then, then.value()),
                    now.broken().since(), now.broken().reason() == null ? text("bulletin.change.break.version")
                            : programme.breakReason(now.broken().reason())));
        } else if (moved != 0) {
            said.add(text(moved > 0 ? "bulletin.change.up" : "bulletin.change.down", shown(then, then.value()),
                    shown(now, now.value()), now.period()));
        }
        if (!now.status().equals(then.status())) {
            said.add(text("bulletin.change.status", status(then.status()), status(now.status())));
        }
        if (!Objects.equals(now.reported(), then.reported()) && now.reported() != null && then.reported() != null
                && Objects.equals(now.period(), then.period())) {
            said.add(text("bulletin.change.coverage", number(then.reported()), number(now.reported()),
                    number(now.expected())));
        }
        if (now.wanted().compareTo(then.wanted()) != 0) {
            said.add(text("bulletin.change.wanted", shown(then, then.wanted()), shown(now, now.wanted())));
        }
        return said.isEmpty() ? "" : text("bulletin.change", name(now), String.join(" ", said));
    }

    private Chapter targets() {
        return new Chapter(text("bulletin.targets"), List.of(text("bulletin.targets.note")), List.of(),
                List.of(text("meeting.target"), text("meeting.value.head"), text("meeting.wanted.head"),
                        text("bulletin.coverage"), text("bulletin.before"), text("target.status")),
                List.of(27, 18, 20, 12, 9, 14), facts.targets().stream().map(this::row).toList());
    }

    private List<String> row(Figure one) {
        return List.of(name(one),
                one.value() == null ? NOTHING
                        : text("meeting.value", shown(one, one.value()), one.period())
                                + (Boolean.TRUE.equals(one.stale()) ? "\n" + text("target.stale") : ""),
                text("meeting.wanted", one.relation(), shown(one, one.wanted()), LocalDate.parse(one.due())),
                one.reported() == null ? NOTHING : text("bulletin.reported", number(one.reported()),
                        number(one.expected()))
                        + (one.bounds() == null ? "" : "\n" + text("target.bounds.short",
                                shown(one, one.bounds().low()), shown(one, one.bounds().high()))),
                before.flatMap(then -> then.target(one.code())).filter(then -> then.value() != null)
                        .map(then -> shown(then, then.value())).orElse(NOTHING),
                status(one.status()) + (one.confidence() == null ? ""
                        : "\n" + text("target.confidence." + one.confidence())));
    }

    private Chapter forecasts() {
        List<String> items = facts.targets().stream().filter(one -> one.forecast() != null)
                .map(one -> text("bulletin.forecast", name(one), forecast(one))).toList();
        return Chapter.of(text("bulletin.forecasts"),
                List.of(items.isEmpty() ? text("bulletin.forecasts.none") : text("bulletin.forecasts.what")), items);
    }

    private String forecast(Figure one) {
        return text(one.forecast().indicative() ? "target.forecast.indicative" : "target.forecast.text",
                LocalDate.parse(one.due()), Formats.percent(one.forecast().middle(), locale),
                Formats.percent(one.forecast().low(), locale), Formats.percent(one.forecast().high(), locale),
                one.forecast().chance());
    }

    /** Where values come from, each source with its targets. */
    private Chapter sources() {
        List<String> items = facts.targets().stream().flatMap(one -> Stream.ofNullable(source(one))).distinct()
                .map(source -> text("bulletin.source", source, String.join(", ", facts.targets().stream()
                        .filter(one -> source.equals(source(one))).map(Figure::code).toList())))
                .toList();
        return Chapter.of(text("bulletin.sources"),
                items.isEmpty() ? List.of(text("bulletin.sources.none")) : List.of(),
                items);
    }

    private String source(Figure one) {
        return one.value() == null ? null
                : one.round() != null ? text("bulletin.source.round", one.round()) : programme.source(one.source());
    }
}
