package vn.thang.matter.meeting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.matter.meeting.FrozenMeeting.Asked;
import vn.thang.matter.meeting.FrozenMeeting.Figure;
import vn.thang.matter.meeting.FrozenMeeting.Gain;
import vn.thang.matter.meeting.FrozenMeeting.IfKept;
import vn.thang.matter.meeting.FrozenMeeting.Outlook;
import vn.thang.matter.meeting.FrozenMeeting.Picked;
import vn.thang.matter.meeting.FrozenMeeting.Sampled;
import vn.thang.matter.meeting.FrozenMeeting.Word;
import vn.thang.assessment.round.WithdrawnRounds.Withdrawn;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;

/**
 * What page and pack say of a meeting: sentences that are made from what is frozen and from nothing else, the same in both.
 */
public final class MeetingTexts {

    private static final String NOTHING = "–";

    private final FrozenMeeting meeting;
    private final Locale locale;

    public MeetingTexts(FrozenMeeting meeting, Locale locale) {
        this.meeting = meeting;
        this.locale = locale;
    }

    /** What is said of one of its provinces. */
    public ProvinceTexts of(FrozenMeeting.Province province) {
        return new ProvinceTexts(meeting, province, this, locale);
    }

    public String text(String key, Object... arguments) {
        return Texts.text(locale, key, arguments);
    }

    public String day(LocalDate day) {
        return Texts.day(locale, day);
    }

    public String title() {
        return text("meeting.of", meeting.day());
    }

    /** Says which figures these are, and of when. */
    public String basis() {
        return text("meeting.basis", Texts.moment(locale, meeting.at()), meeting.roundName(), text(meeting.standing()));
    }

    /** Says that the results of a round, on which figures of the meeting may rest, were withdrawn since. */
    public String withdrawn(Withdrawn round) {
        return text("meeting.withdrawn", round.name(), Texts.moment(locale, round.withdrawnAt()));
    }

    /** Says how many targets will be reached, in the words of the national page. */
    public String verdict() {
        return text("dashboard.verdict", number(count("ok") + count("on")), number(meeting.targets().size()),
                number(count("risk")), number(count("off")), number(count("none")), number(count("few")), count("few"),
                count("none"));
    }

    private String number(long number) {
        return Formats.number(number, locale);
    }

    /** How many targets have a status. */
    public long count(String status) {
        return meeting.targets().stream().filter(target -> target.status().equals(status)).count();
    }

    public String name(String code) {
        return code + " · " + meeting.target(code).name().in(locale);
    }

    public String status(String code) {
        return text("target.status." + meeting.target(code).status());
    }

    /** The value with its period, between what it lies where somebody is missing, and whether it is too old. */
    public String value(String code) {
        Figure target = meeting.target(code);
        if (target.value() == null) {
            return text("meeting.value.none");
        }
        return text("meeting.value", shown(target, target.value()), target.period())
                + (target.bounds() == null ? "" : " · " + text("target.bounds.short",
                        shown(target, target.bounds().low()), shown(target, target.bounds().high())))
                + (Boolean.TRUE.equals(target.stale()) ? " · " + text("target.stale") : "");
    }

    public String wanted(String code) {
        Figure target = meeting.target(code);
        return text("meeting.wanted", target.relation(), shown(target, target.wanted()), target.dueOn());
    }

    public String confidence(String code) {
        String confidence = meeting.target(code).confidence();
        return confidence == null ? NOTHING : text("target.confidence." + confidence);
    }

    /** What audit samples found wrong in the answers behind values, after the targets of which it is said. */
    public List<String> samples() {
        Map<Sampled, List<String>> targets = meeting.targets().stream().filter(target -> target.sampled() != null)
                .collect(Collectors.groupingBy(Figure::sampled, LinkedHashMap::new,
                        Collectors.mapping(Figure::code, Collectors.toList())));
        return targets.entrySet().stream().map(one -> String.join(", ", one.getValue()) + ": "
                + sample(one.getKey())).toList();
    }

    private String sample(Sampled sampled) {
        return text(sampled.exact() ? "target.confidence.sample" : "target.confidence.sample-parts",
                Formats.percent(sampled.rate(), locale), Formats.percent(sampled.bound(), locale));
    }

    private String shown(Figure target, BigDecimal value) {
        return target.percent() ? Formats.percent(value, locale) : Formats.number(value, locale);
    }

    /** The forecast in a sentence; empty where there is none. */
    public String forecast(String code) {
        Figure target = meeting.target(code);
        Outlook forecast = target.forecast();
        return forecast == null ? ""
                : text(forecast.indicative() ? "target.forecast.indicative" : "target.forecast.text", target.dueOn(),
                        Formats.percent(forecast.middle(), locale), Formats.percent(forecast.low(), locale),
                        Formats.percent(forecast.high(), locale), forecast.chance());
    }

    /** The forecast for a cell: its middle and the chance. */
    public String outlook(String code) {
        Outlook forecast = meeting.target(code).forecast();
        return forecast == null ? NOTHING
                : text("meeting.outlook", Formats.percent(forecast.middle(), locale), forecast.chance());
    }

    /** What becomes of targets by plans, in the sentences of their pages, and which stay as they are; empty where nothing of it is frozen. */
    public List<String> plans() {
        List<Figure> known = meeting.targets().stream().filter(target -> target.ifKept() != null).toList();
        List<String> said = new ArrayList<>(
                known.stream().filter(target -> target.ifKept().agencies() > 0).map(this::plan).toList());
        List<String> others = known.stream().filter(target -> target.ifKept().agencies() == 0).map(Figure::code)
                .toList();
        if (!others.isEmpty()) {
            said.add(text("meeting.plans.others", String.join(", ", others)));
        }
        return said;
    }

    private String plan(Figure target) {
        IfKept plans = target.ifKept();
        String key = plans.level() == 0 ? "plan.sum.reading" : "plan.sum";
        String all = text(plans.forecast() == null ? key + ".without-forecast" : key,
                Formats.percent(plans.now(), locale),
                plans.forecast() == null ? "" : Formats.percent(plans.forecast(), locale),
                Formats.number(plans.agencies(), locale), plans.level(), target.dueOn(),
                Formats.percent(plans.value(), locale), target.code());
        return all + " " + (plans.asBefore() == null ? text("plan.sum.no-before")
                : text("plan.sum.before", Formats.number(plans.kept(), locale), Formats.number(plans.due(), locale),
                        Formats.percent(plans.asBefore(), locale)));
    }

    public String owner(String code) {
        Figure target = meeting.target(code);
        return target.owner() == null ? text("meeting.owner.none")
                : (target.owner().fullName() == null ? "" : target.owner().fullName() + ", ")
                        + target.owner().name(locale);
    }

    /** Why a target is looked at, one sentence for each rule, and the reason of whoever chose it. */
    public List<String> why(Picked picked) {
        List<String> why = new ArrayList<>();
        for (String rule : picked.rules()) {
            why.add(rule.equals(MeetingRules.Rule.WORSE.name())
                    ? text("meeting.rule.WORSE", text("target.status." + picked.was()), status(picked.target()))
                    : text("meeting.rule." + rule));
        }
        if (picked.reason() != null) {
            why.add(text("meeting.by-hand", picked.reason()));
        }
        return why;
    }

    /** What the owner of a target said, in one paragraph with the day; empty where nothing was said. */
    public String word(String code) {
        Word word = meeting.target(code).word();
        if (word == null) {
            return "";
        }
        List<String> said = new ArrayList<>();
        add(said, "matter.word.cause", word.cause());
        add(said, "matter.word.outlook", word.outlook());
        add(said, "matter.word.needed", word.needed());
        return text("meeting.word", word.writtenBy(), word.on(), String.join(" ", said));
    }

    private void add(List<String> said, String key, String words) {
        if (words != null) {
            said.add(text(key) + ": " + words);
        }
    }

    /** What owners say that they need: what the meeting is asked to decide. */
    public List<String> needed() {
        return meeting.targets().stream().filter(target -> target.word() != null && target.word().needed() != null)
                .map(target -> text("meeting.needed", name(target.code()), target.word().needed(),
                        target.word().writtenBy()))
                .toList();
    }

    public String gain(Gain gain) {
        Figure target = meeting.target(gain.target());
        return text("meeting.gain", name(gain.target()), shown(target, target.earlier()), target.earlierPeriod(),
                shown(target, target.value()), target.period(), Formats.percent(gain.share(), locale));
    }

    public String risk(String code) {
        return (text("meeting.risk", name(code), status(code), value(code), wanted(code)) + " " + forecast(code))
                .strip();
    }

    /** How many matters wait, how many of them are late, which of them follow, and how many measures are late beside them. */
    public String waiting() {
        String waiting = text("meeting.waiting", meeting.waiting(), meeting.late());
        boolean cut = meeting.soon() != null && meeting.soon() > meeting.asked().size();
        return waiting
                + (cut ? " " + text("meeting.waiting.first", number(meeting.soon()), meeting.asked().size()) : "")
                + (meeting.lateMeasures() == null ? "" : " " + text("meeting.measures", meeting.lateMeasures()));
    }

    /** What a matter is and of whom it is asked. */
    public String asked(Asked asked) {
        return text("matter.kind." + asked.kind()) + " · " + asked.name(locale)
                + (asked.person() == null ? "" : ", " + asked.person());
    }

    public String about(Asked asked) {
        boolean known = asked.target() != null
                && meeting.targets().stream().anyMatch(one -> one.code().equals(asked.target()));
        return known ? name(asked.target())
                : asked.subject() != null ? asked.subject().in(locale)
                        : text("matter.about.agency", asked.name(locale));
    }

    /** How far a matter is, and whether it is late. */
    public String state(Asked asked) {
        return text("matter.state." + asked.state()) + (asked.late() ? " · " + text("matter.late.yes") : "");
    }

    /** How the decisions of the meeting before stand, in one sentence. */
    public String decided() {
        return decided(meeting.decisions(), "meeting.decided.none");
    }

    /** The same of those among them that concern one agency, or the sentence that there is none. */
    String decided(List<Asked> decisions, String none) {
        if (meeting.before() == null) {
            return text("meeting.first");
        }
        LocalDate before = LocalDate.parse(meeting.before());
        long done = decisions.stream().filter(one -> !one.open()).count();
        long late = decisions.stream().filter(Asked::late).count();
        return decisions.isEmpty() ? text(none, before)
                : text("meeting.decided", before, decisions.size(), done, late);
    }
}
