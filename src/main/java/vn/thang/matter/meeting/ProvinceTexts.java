package vn.thang.matter.meeting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thang.matter.meeting.FrozenMeeting.Asked;
import vn.thang.matter.meeting.FrozenMeeting.Missed;
import vn.thang.matter.meeting.FrozenMeeting.Province;
import vn.thang.platform.Formats;

/** What the annex of a province says of it, from what is frozen of the meeting and from nothing else. */
public final class ProvinceTexts {

    private final FrozenMeeting meeting;
    private final Province province;
    private final MeetingTexts texts;
    private final Locale locale;

    ProvinceTexts(FrozenMeeting meeting, Province province, MeetingTexts texts, Locale locale) {
        this.meeting = meeting;
        this.province = province;
        this.texts = texts;
        this.locale = locale;
    }

    /** How those that concern a province stand. */
    public String decided() {
        return texts.decided(decisions(), "meeting.decided.none-here");
    }

    /** The decisions of the meeting before, and older ones that were open, that concern a province. */
    public List<Asked> decisions() {
        return meeting.decisions().stream().filter(one -> one.concerns(province.code())).toList();
    }

    /** What is open in a province and the units below it, the first to fall due at the top. */
    public List<Asked> asked() {
        return province.asked() == null ? meeting.asked().stream().filter(one -> one.concerns(province.code())).toList()
                : province.asked();
    }

    /** How many of them there are, and whether some are left out; null in meetings that were frozen before it was counted. */
    public String waiting() {
        return province.waiting() == null ? null
                : texts.text("meeting.province.waiting", province.waiting(), province.late())
                        + (province.waiting() > province.asked().size()
                                ? " " + texts.text("meeting.province.first", province.asked().size()) : "");
    }

    /** The level of a province with that of the round before, and whether others stand behind its index. */
    public String level() {
        List<String> said = new ArrayList<>();
        result(said, "meeting.province.level", province.level(), province.index());
        if (said.isEmpty()) {
            said.add(texts.text("meeting.province.none"));
        }
        result(said, "meeting.province.earlier", province.earlier(), province.earlierIndex());
        if (province.versions() != null && province.earlierIndex() != null) {
            said.add(province.versions().step().words(locale));
        }
        if (Boolean.TRUE.equals(province.merged())) {
            said.add(texts.text("trend.merged"));
        }
        return String.join(" ", said);
    }

    /** An index without a level is that of provinces which are one now. */
    private void result(List<String> said, String key, Integer level, BigDecimal index) {
        if (index != null) {
            String shown = Formats.number(index, locale);
            said.add(level == null ? texts.text(key + ".joined", shown) : texts.text(key, level, shown));
        }
    }

    /** What a province has not reached. */
    public String missed(Missed missed) {
        return texts.name(missed.target()) + ": " + (missed.value() == null ? texts.text("meeting.value.none")
                : Formats.number(missed.value(), locale)) + " · " + texts.wanted(missed.target());
    }
}
