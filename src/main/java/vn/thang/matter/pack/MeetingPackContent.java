package vn.thang.matter.pack;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thang.assessment.round.WithdrawnRounds.Withdrawn;
import vn.thang.matter.meeting.FrozenMeeting;
import vn.thang.matter.meeting.FrozenMeeting.Asked;
import vn.thang.matter.meeting.FrozenMeeting.Province;
import vn.thang.matter.meeting.MeetingTexts;
import vn.thang.matter.meeting.ProvinceTexts;
import vn.thang.matter.pack.Pack.Bullets;
import vn.thang.matter.pack.Pack.Chapter;
import vn.thang.matter.pack.Pack.Part;
import vn.thang.matter.pack.Pack.Rows;
import vn.thang.matter.pack.Pack.Sentence;
import vn.thang.matter.pack.Pack.Tile;
import vn.thang.matter.pack.Pack.Tiles;
import vn.thang.audit.reading.TrailHead;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** Makes the content of a pack from what is frozen of a meeting, and from nothing else but that a round does not hold any more. */
final class MeetingPackContent {

    private final FrozenMeeting meeting;
    private final String hash;
    private final TrailHead.Head sealed;
    private final Locale locale;
    private final MeetingTexts texts;
    private final List<Withdrawn> withdrawn;

    /**
     * @param sealed    block of the trail that was the last when the meeting was frozen, which the paper keeps outside of the database; null
     *                  before the first
     * @param withdrawn rounds on which the figures may rest, and whose results were withdrawn since: each is told beside them
     */
    MeetingPackContent(FrozenMeeting meeting, String hash, TrailHead.Head sealed, Locale locale,
            List<Withdrawn> withdrawn) {
        this.sealed = sealed;
        this.meeting = meeting;
        this.hash = hash;
        this.locale = locale;
        this.withdrawn = withdrawn;
        this.texts = new MeetingTexts(meeting, locale);
    }

    /** Returns what goes before the meeting. */
    Pack whole() {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter(texts.text("meeting.answer"),
                stated(texts.verdict())));
        if (!texts.plans().isEmpty()) {
            chapters.add(new Chapter(texts.text("meeting.plans"), List.of(new Bullets(texts.plans()))));
        }
        chapters.add(exceptions());
        chapters.add(new Chapter(texts.text("meeting.gains"), listed("meeting.rule.gains",
                meeting.gains().stream().map(texts::gain).toList(), "meeting.gains.none")));
        chapters.add(new Chapter(texts.text("meeting.risks"), listed("meeting.rule.risks",
                meeting.risks().stream().map(texts::risk).toList(), "meeting.risks.none")));
        chapters.add(decisions(texts.decided(), meeting.decisions()));
        chapters.add(new Chapter(texts.text("meeting.needs"),
                listed("meeting.rule.needs", texts.needed(), "meeting.needs.none")));
        chapters.add(asked(texts.waiting(), meeting.asked()));
        if (!meeting.provinces().isEmpty()) {
            chapters.add(new Chapter(texts.text("meeting.map"), List.of(tiles())));
        }
        List<Part> all = new ArrayList<>(List.of(targets()));
        texts.samples().forEach(sample -> all.add(new Sentence(sample, false)));
        chapters.add(new Chapter(texts.text("meeting.targets"), all));
        return pack(texts.text("meeting.pack.about", meeting.day()), chapters);
    }

    /**
     * Returns the annex of a province.
     *
     * @throws BusinessException.NotFound when there is no such province in what is frozen
     */
    Pack annex(String code) {
        Province province = meeting.provinces().stream().filter(one -> one.code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("meeting.province.unknown", code));
        ProvinceTexts said = texts.of(province);
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter(texts.text("meeting.province.result"),
                stated(said.level())));
        if (!province.levels().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < meeting.dimensions().size(); i++) {
                int level = province.levels().get(i);
                rows.add(List.of(meeting.dimensions().get(i).name().in(locale),
                        level == 0 ? "–" : String.valueOf(level)));
            }
            chapters.add(new Chapter(texts.text("meeting.province.dimensions"),
                    List.of(new Rows(texts.text("meeting.province.dimensions"),
                            List.of(texts.text("meeting.dimension"), texts.text("meeting.level")), List.of(80, 20),
                            rows))));
        }
        chapters.add(new Chapter(texts.text("meeting.province.missed"), listed(null,
                province.missed().stream().map(said::missed).toList(), "meeting.province.missed.none")));
        chapters.add(decisions(said.decided(), said.decisions()));
        chapters.add(asked(said.waiting(), said.asked()));
        return pack(texts.text("meeting.annex.about", province.name(locale), meeting.day()), chapters);
    }

    private List<Part> stated(String sentence) {
        List<Part> parts = new ArrayList<>(List.of(new Sentence(sentence, true), new Sentence(texts.basis(), false)));
        withdrawn.forEach(round -> parts.add(new Sentence(texts.withdrawn(round), true)));
        return parts;
    }

    private Pack pack(String about, List<Chapter> chapters) {
        String day = DateTimeFormatter.ofPattern(texts.text("minutes.day"), locale).format(meeting.day());
        return new Pack(locale, texts.text("meeting.pack.title"), about,
                texts.text("minutes.place-day", texts.text("meeting.place"), day), chapters,
                texts.text("meeting.seal", hash) + (sealed == null ? "" : ". " + texts.text("trail.sealed-until",
                        String.valueOf(sealed.number()), Texts.moment(locale, sealed.at())) + " " + sealed.hash()));
    }

    private List<Part> listed(String rule, List<String> items, String none) {
        List<Part> parts = new ArrayList<>();
        if (rule != null) {
            parts.add(new Sentence(texts.text(rule), false));
        }
        parts.add(items.isEmpty() ? new Sentence(texts.text(none), false) : new Bullets(items));
        return parts;
    }

    private Chapter exceptions() {
        List<List<String>> rows = meeting.picked().stream().map(picked -> {
            List<String> why = new ArrayList<>(texts.why(picked));
            if (!texts.word(picked.target()).isEmpty()) {
                why.add(texts.word(picked.target()));
            }
            return List.of(texts.name(picked.target()), texts.value(picked.target()), texts.wanted(picked.target()),
                    texts.status(picked.target()), String.join("\n", why));
        }).toList();
        List<Part> parts = new ArrayList<>(List.of(new Sentence(texts.text("meeting.rule.exceptions"), false)));
        parts.add(rows.isEmpty() ? new Sentence(texts.text("meeting.exceptions.none"), false)
                : new Rows(texts.text("meeting.exceptions"), List.of(texts.text("meeting.target"),
                        texts.text("meeting.value.head"), texts.text("meeting.wanted.head"),
                        texts.text("target.status"), texts.text("meeting.why")), List.of(24, 14, 18, 14, 30), rows));
        return new Chapter(texts.text("meeting.exceptions"), parts);
    }

    private Chapter decisions(String sentence, List<Asked> decisions) {
        List<Part> parts = new ArrayList<>(List.of(new Sentence(sentence, false)));
        if (!decisions.isEmpty()) {
            parts.add(matters("meeting.decisions", decisions));
        }
        return new Chapter(texts.text("meeting.decisions"), parts);
    }

    private Chapter asked(String sentence, List<Asked> asked) {
        List<Part> parts = new ArrayList<>();
        if (sentence != null) {
            parts.add(new Sentence(sentence, false));
        }
        parts.add(asked.isEmpty() ? new Sentence(texts.text("meeting.asked.none"), false)
                : matters("meeting.asked", asked));
        return new Chapter(texts.text("meeting.asked"), parts);
    }

    private Rows matters(String caption, List<Asked> matters) {
        return new Rows(texts.text(caption),
                List.of(texts.text("meeting.what"), texts.text("meeting.who"), texts.text("matter.due"),
                        texts.text("matter.state")),
                List.of(43, 25, 16, 16),
                matters.stream().map(one -> List.of(
                        texts.about(one) + "\n" + one.words() + (one.answer() == null ? ""
                                : "\n" + texts.text("matter.answer") + ": " + one.answer()),
                        texts.asked(one), texts.day(one.dueOn()), texts.state(one))).toList());
    }

    private Tiles tiles() {
        StringBuilder told = new StringBuilder();
        int highest = meeting.provinces().stream().mapToInt(one -> one.level() == null ? 0 : one.level()).max()
                .orElse(0);
        for (int level = highest; level >= 0; level--) {
            int wanted = level;
            long count = meeting.provinces().stream()
                    .filter(one -> (one.level() == null ? 0 : one.level()) == wanted).count();
            if (count > 0) {
                told.append(told.isEmpty() ? "" : "; ").append(level == 0 ? texts.text("meeting.map.none", count)
                        : texts.text("meeting.map.level", level, count));
            }
        }
        return new Tiles(texts.text("meeting.map.told", told.toString()), meeting.provinces().stream()
                .map(one -> new Tile(one.shortName(), one.column(), one.row(), one.level() == null ? 0 : one.level()))
                .toList());
    }

    private Rows targets() {
        return new Rows(texts.text("meeting.targets"),
                List.of(texts.text("meeting.target"), texts.text("meeting.value.head"),
                        texts.text("meeting.wanted.head"), texts.text("target.status"), texts.text("target.confidence"),
                        texts.text("target.forecast"), texts.text("matter.owner")),
                List.of(25, 14, 16, 12, 10, 11, 12),
                meeting.targets().stream().map(one -> List.of(texts.name(one.code()), texts.value(one.code()),
                        texts.wanted(one.code()), texts.status(one.code()), texts.confidence(one.code()),
                        texts.outlook(one.code()), texts.owner(one.code()))).toList());
    }
}
