package vn.thang.matter.meeting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.matter.meeting.FrozenMeeting.Figure;
import vn.thang.matter.meeting.FrozenMeeting.Gain;
import vn.thang.matter.meeting.FrozenMeeting.Picked;

/**
 * By which rules a meeting looks at targets: the exceptions, the three improvements and the three risks. The page and the pack
 * say the same rules in words.
 */
final class MeetingRules {

    private static final int MOST = 3;
    private static final int DIGITS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String OFF = "off";
    private static final String RISK = "risk";
    /** From the best to the worst; what is not known stands between what is well and what is not. */
    private static final List<String> ORDER = List.of("ok", "on", "none", "few", RISK, OFF);

    /** Why a target is an exception. */
    enum Rule {
        /** It will not be reached as things go. */
        OFF_TRACK,
        /** Its status is worse than in the meeting before. */
        WORSE,
        /** It is said to be well by a figure that is weak. */
        WEAK,
        /** Something that was asked about it is late. */
        LATE
    }

    /**
     * What somebody chose.
     *
     * @param reason why
     */
    record Pick(String target, String reason) {
    }

    private MeetingRules() {
    }

    /**
     * Returns the exceptions in the order of the programme, those that a rule chose first.
     *
     * @param before statuses in the meeting before by target; empty for the first
     * @param late   targets about which something that was asked is late
     */
    static List<Picked> exceptions(List<Figure> targets, Map<String, String> before, Set<String> late,
            List<Pick> byHand) {
        Map<String, String> reasons = new HashMap<>();
        byHand.forEach(pick -> reasons.put(pick.target(), pick.reason()));
        List<Picked> byRule = new ArrayList<>();
        List<Picked> others = new ArrayList<>();
        for (Figure target : targets) {
            List<String> rules = rules(target, before.get(target.code()), late).stream().map(Rule::name).toList();
            String reason = reasons.get(target.code());
            if (!rules.isEmpty()) {
                byRule.add(new Picked(target.code(), rules, before.get(target.code()), reason));
            } else if (reason != null) {
                others.add(new Picked(target.code(), rules, before.get(target.code()), reason));
            }
        }
        byRule.addAll(others);
        return byRule;
    }

    private static List<Rule> rules(Figure target, String before, Set<String> late) {
        List<Rule> rules = new ArrayList<>();
        if (target.status().equals(OFF)) {
            rules.add(Rule.OFF_TRACK);
        }
        if (before != null && ORDER.indexOf(target.status()) > ORDER.indexOf(before)) {
            rules.add(Rule.WORSE);
        }
        if ((target.status().equals("ok") || target.status().equals("on")) && "WEAK".equals(target.confidence())) {
            rules.add(Rule.WEAK);
        }
        if (late.contains(target.code())) {
            rules.add(Rule.LATE);
        }
        return rules;
    }

    /** Returns the three targets whose value came nearest since the period before, as a share of what is demanded. */
    static List<Gain> gains(List<Figure> targets) {
        return targets.stream().filter(target -> target.exact() != null && target.earlier() != null)
                .filter(target -> target.wanted().signum() > 0).map(MeetingRules::gain)
                .filter(gain -> gain.share().signum() > 0)
                .sorted(Comparator.comparing(Gain::share).reversed().thenComparing(Gain::target)).limit(MOST).toList();
    }

    private static Gain gain(Figure target) {
        BigDecimal by = target.exact().subtract(target.earlier());
        BigDecimal nearer = target.least() ? by : by.negate();
        return new Gain(target.code(), by,
                nearer.multiply(HUNDRED).divide(target.wanted(), DIGITS, RoundingMode.HALF_UP));
    }

    /** Returns the three targets in the greatest danger: off track before at risk, then the smallest chance, then the next due. */
    static List<String> risks(List<Figure> targets) {
        return targets.stream().filter(target -> target.status().equals(OFF) || target.status().equals(RISK))
                .sorted(Comparator.comparing((Figure target) -> !target.status().equals(OFF))
                        .thenComparing(
                                target -> target.forecast() == null ? Integer.MAX_VALUE : target.forecast().chance())
                        .thenComparing(Figure::due).thenComparing(Figure::code))
                .limit(MOST).map(Figure::code).toList();
    }
}
