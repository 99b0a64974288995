package vn.thang.matter.meeting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.matter.meeting.FrozenMeeting.Asked;
import vn.thang.matter.meeting.FrozenMeeting.Dimension;
import vn.thang.matter.meeting.FrozenMeeting.Figure;
import vn.thang.matter.meeting.FrozenMeeting.IfKept;
import vn.thang.matter.meeting.FrozenMeeting.Missed;
import vn.thang.matter.meeting.FrozenMeeting.Named;
import vn.thang.matter.meeting.FrozenMeeting.Outlook;
import vn.thang.matter.meeting.FrozenMeeting.Owner;
import vn.thang.matter.meeting.FrozenMeeting.Province;
import vn.thang.matter.meeting.FrozenMeeting.Sampled;
import vn.thang.matter.meeting.FrozenMeeting.Versions;
import vn.thang.matter.meeting.FrozenMeeting.Word;

/** A meeting with everything that one can hold. */
public final class SampleMeeting {

    private static final List<String> STATUSES = List.of("ok", "on", "risk", "off", "few", "none");

    private SampleMeeting() {
    }

    /** A target of this status, whose value came from one to another. */
    public static Figure target(String code, String status, String from, String to, Integer chance) {
        return new Figure(code, new Named("Mục tiêu " + code + " về kết nối, chia sẻ dữ liệu", "Target " + code,
                "Ziel " + code), "2027-12-31", status, to == null ? null : new BigDecimal(to),
                to == null ? null : new BigDecimal(to), new BigDecimal("80"), "≥", true, true,
                to == null ? null : "2026-Q3", from == null ? null : new BigDecimal(from),
                from == null ? null : "2026-Q2",
                to == null ? null : "DECLARED", chance == null ? null
                        : new Outlook(new BigDecimal("50.0"), new BigDecimal("61.5"), new BigDecimal("73.0"), chance,
                                false),
                null, null, to == null ? null : Boolean.FALSE, null, null, null);
    }

    private static Figure spoken(Figure target, int i) {
        return i % 3 != 0 ? target
                : new Figure(target.code(), target.name(), target.due(), target.status(), target.value(),
                        target.exact(),
                        target.wanted(), target.relation(), target.percent(), target.least(), target.period(),
                        target.earlier(), target.earlierPeriod(), target.confidence(), target.forecast(),
                        new Owner("Nguyễn Thị Minh", "Tỉnh Lào Cai", "Lao Cai"),
                        new Word("Hai phần mềm <chưa> kết nối & còn thiếu máy chủ.", "Sẽ đạt trong quý II.",
                                "Bố trí kinh phí cho " + target.code() + ".", "Nguyễn Thị Minh",
                                "2026-11-20T03:00:00Z"),
                        target.value() == null ? null : Boolean.TRUE, target.value() == null ? null
                                : new FrozenMeeting.Bounds(target.value().subtract(BigDecimal.ONE),
                                        target.value().add(new BigDecimal("2.5"))),
                        null, null);
    }

    /** A target on maturity of which plans are known. */
    private static Figure planned(Figure target, long agencies) {
        return new Figure(target.code(), target.name(), target.due(), target.status(), target.value(), target.exact(),
                target.wanted(), target.relation(), target.percent(), target.least(), target.period(),
                target.earlier(), target.earlierPeriod(), target.confidence(), target.forecast(), target.owner(),
                target.word(), target.stale(), target.bounds(),
                new IfKept(3, agencies, new BigDecimal("44.1"), new BigDecimal("61.5"),
                        new BigDecimal("68.2"), agencies == 0 ? null : new BigDecimal("64.9"), 1, 2),
                new Sampled(new BigDecimal("1.7"), new BigDecimal("4.9"), true));
    }

    /** As rules would freeze it. */
    public static FrozenMeeting full() {
        List<Figure> targets = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String status = STATUSES.get(i % STATUSES.size());
            boolean known = !status.equals("none");
            targets.add(spoken(target("P%d-%02d".formatted(1 + i / 12, 1 + i % 12), status,
                    known ? String.valueOf(30 + i) : null, known ? String.valueOf(32 + 2 * i) : null,
                    known ? 5 + 3 * i : null), i));
        }
        targets.set(7, planned(targets.get(7), 9));
        targets.set(17, planned(targets.get(17), 0));
        List<Province> provinces = new ArrayList<>();
        for (int i = 0; i < 34; i++) {
            provinces.add(new Province(String.valueOf(10 + i), "Tỉnh Số " + i, "Province " + i, "Số " + i, 1 + i % 5,
                    1 + i / 5, i == 0 ? null : 1 + i % 5, i == 0 ? null : new BigDecimal("41." + i % 10),
                    i % 2 == 0 ? null : 1, i % 2 == 0 ? null : new BigDecimal("38.5"), List.of(1, 0, 5),
                    List.of(new Missed("P1-03", new BigDecimal("12.5")), new Missed("P1-04", null)), i == 3,
                    i < 3 ? 51L : 0L,
                    i < 3 ? 1L : 0L,
                    i < 3 ? List.of(asked(34 + i, "QUESTION", true, true, null), asked(340 + i, "QUESTION", true,
                            false, null)) : List.of(),
                    i == 1 ? null : new Versions("vn-dgm/1.0", "vn-dgm/1.1", i != 4)));
        }
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            asked.add(asked(i, i % 2 == 0 ? "QUESTION" : "RECOMMENDATION", true, i < 3, null));
        }
        return new FrozenMeeting(FrozenMeeting.FORMAT, "2026-11-29", "2026-11-28T03:15:00Z", "2026",
                "Đợt đánh giá 2026",
                "result.official", "2026-10-29", targets,
                MeetingRules.exceptions(targets, Map.of("P1-03", "on"), Set.of("P1-01"),
                        List.of(new MeetingRules.Pick("P1-02", "Theo yêu cầu của Thủ tướng"))),
                MeetingRules.gains(targets), MeetingRules.risks(targets), 14, 3, asked, 14L, 2L,
                List.of(asked(90, "DECISION", false, false, "2026-10-29"),
                        asked(91, "DECISION", true, true, "2026-10-29")),
                List.of(new Dimension("STR", new Named("Chiến lược", "Strategy", "Strategie")),
                        new Dimension("GOV", new Named("Quản trị", "Governance", "Steuerung")),
                        new Dimension("SHR", new Named("Chia sẻ", "Sharing", "Teilen"))),
                provinces);
    }

    private static Asked asked(long id, String kind, boolean open, boolean late, String heldOn) {
        return new Asked(id, kind, "P1-03", String.valueOf(10 + id % 34), "Tỉnh Số " + id % 34, null,
                id % 2 == 0 ? "Trần Văn Hòa" : null, "Vì sao chỉ tiêu chậm, cần gì để kịp? Ưu đãi đường trục " + id,
                id % 4 == 0 ? "Do thiếu máy chủ." : null, "2026-12-%02d".formatted(1 + id % 28),
                open ? "OPEN" : "DONE", open, late, heldOn, String.valueOf(10 + id % 34), null);
    }
}
