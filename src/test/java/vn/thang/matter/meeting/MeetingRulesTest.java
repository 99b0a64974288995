package vn.thang.matter.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.matter.meeting.FrozenMeeting.Figure;
import vn.thang.matter.meeting.FrozenMeeting.Gain;
import vn.thang.matter.meeting.FrozenMeeting.Picked;

/** By which rules a meeting looks at targets. */
class MeetingRulesTest {

    private static Figure target(String code, String status, String from, String to, Integer chance) {
        return SampleMeeting.target(code, status, from, to, chance);
    }

    private static List<Picked> exceptions(Map<String, String> before, Set<String> late, List<MeetingRules.Pick> hand,
            Figure... targets) {
        return MeetingRules.exceptions(List.of(targets), before, late, hand);
    }

    @Test
    void eachRuleFindsItsTargetAndWhatNoRuleFindsIsLeftOut() {
        Figure weak = new Figure("D", null, "2027-12-31", "on", null, null, new BigDecimal("80"), "≥", true, true, null,
                null, null, "WEAK", null, null, null, null, null, null, null);
        List<Picked> found = exceptions(Map.of("A", "on", "B", "risk", "C", "ok", "E", "off"), Set.of("F"), List.of(),
                target("A", "off", "1", "2", 5), target("B", "on", "1", "2", 5), target("C", "on", "1", "2", 5), weak,
                target("E", "risk", "1", "2", 5), target("F", "risk", "1", "2", 5),
                target("G", "none", null, null, null));
        assertEquals(List.of("A [OFF_TRACK, WORSE]", "C [WORSE]", "D [WEAK]", "F [LATE]"),
                found.stream().map(one -> one.target() + " " + one.rules()).toList());
        assertEquals("on", found.get(0).was());
    }

    @Test
    void whatIsChosenByHandStandsAfterWhatRulesFoundAndKeepsItsReason() {
        List<Picked> found = exceptions(Map.of(), Set.of(),
                List.of(new MeetingRules.Pick("A", "Xem lại"), new MeetingRules.Pick("B", "Gấp")),
                target("A", "ok", "1", "2", 5), target("B", "off", "1", "2", 5), target("C", "ok", "1", "2", 5));
        assertEquals(List.of("B [OFF_TRACK] Gấp", "A [] Xem lại"),
                found.stream().map(one -> one.target() + " " + one.rules() + " " + one.reason()).toList());
    }

    @Test
    void theThreeThatCameNearestAreTheImprovementsAndNoOneThatFell() {
        List<Gain> gains = MeetingRules.gains(List.of(target("A", "on", "10", "12", 5),
                target("B", "on", "10", "30", 5),
                target("C", "on", "30", "10", 5), target("D", "on", "10", "18", 5), target("E", "on", "10", "12", 5),
                target("F", "none", null, null, null), target("G", "on", null, "50", 5)));
        assertEquals(List.of("B", "D", "A"), gains.stream().map(Gain::target).toList());
        assertEquals(new BigDecimal("25.000000"), gains.get(0).share());
    }

    /** Where less is better, a value that fell came nearer. */
    @Test
    void aValueThatShallFallImprovesByFalling() {
        Figure falling = new Figure("A", null, "2027-12-31", "on", new BigDecimal("6"), new BigDecimal("6"),
                new BigDecimal("4"), "≤", true, false, "Q3", new BigDecimal("8"), "Q2", "DECLARED", null, null, null,
                null, null, null, null);
        assertEquals(new BigDecimal("50.000000"), MeetingRules.gains(List.of(falling)).get(0).share());
        Figure rising = new Figure("A", null, "2027-12-31", "on", new BigDecimal("8"), new BigDecimal("8"),
                new BigDecimal("4"), "≤", true, false, "Q3", new BigDecimal("6"), "Q2", "DECLARED", null, null, null,
                null, null, null, null);
        assertEquals(List.of(), MeetingRules.gains(List.of(rising)));
    }

    @Test
    void risksAreThoseOffTrackThenThoseWithTheSmallestChance() {
        assertEquals(List.of("C", "A", "D"), MeetingRules.risks(Stream.of(target("A", "off", "1", "2", 30),
                target("B", "ok", "1", "2", 1), target("C", "off", "1", "2", 10), target("D", "off", "1", "2", null),
                target("E", "risk", "1", "2", 2)).toList()));
        assertEquals(List.of("F", "E"), MeetingRules.risks(List.of(target("E", "risk", "1", "2", 20),
                target("F", "risk", "1", "2", 2), target("G", "few", "1", "2", 1))));
    }
}
