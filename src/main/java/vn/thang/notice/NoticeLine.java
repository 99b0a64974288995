package vn.thang.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.Texts;

/**
 * A notice with what its words need.
 *
 * @param national whether it is told to somebody for the whole country
 * @param stage  key of the stage concerned; null for none
 * @param detail a number or the code of a question; null for none
 */
public record NoticeLine(long id, NoticeKind kind, long subjectId, String agencyCode, String agencyName,
        String agencyNameEn,
        boolean national,
        String roundCode,
        String roundName,
        String stage, LocalDate dueOn, String detail, Instant createdAt, Instant readAt) {

    public String words(Locale locale) {
        return Texts.text(locale, "notice.kind." + kind, AgencyName.of(agencyName, agencyNameEn, locale), roundName,
                stage == null ? "" : Texts.text(locale, "stage." + stage),
                Texts.day(locale, dueOn),
                detail == null ? "" : kind.topic() == NoticeTopic.WORK ? work(locale) : detail);
    }

    /** Of long work the detail is its kind, and after a blank what it is about. */
    private String work(Locale locale) {
        String[] parts = detail.split(" ", 2);
        return Texts.text(locale, "work.kind." + parts[0]) + (parts.length == 1 ? "" : " " + parts[1]);
    }

    public String place() {
        return kind.place(this);
    }

    public boolean read() {
        return readAt != null;
    }
}
