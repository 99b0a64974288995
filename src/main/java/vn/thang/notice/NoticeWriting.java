package vn.thang.notice;

import static java.util.Map.entry;
import static vn.thang.notice.Readers.ADMINISTRATORS;
import static vn.thang.notice.Readers.DELEGATES;
import static vn.thang.notice.Readers.GIVER_OF_SECTION;
import static vn.thang.notice.Readers.OF_SECTION;
import static vn.thang.notice.Readers.OWN_HEADS;
import static vn.thang.notice.Readers.OWN_PEOPLE;
import static vn.thang.notice.Readers.PANEL;
import static vn.thang.notice.Readers.PEOPLE_BELOW;
import static vn.thang.notice.Readers.PEOPLE_OF_LAPSED;
import static vn.thang.notice.Readers.PEOPLE_OF_PROVISIONAL;
import static vn.thang.notice.Readers.PEOPLE_OF_ROUND;
import static vn.thang.notice.Readers.REVIEWERS;
import static vn.thang.notice.Readers.SUBMITTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import vn.thang.platform.Change;
import vn.thang.platform.work.WorkEnded;
import vn.thang.security.Caller;

/** Tells people of what happened, in the transaction in which it happens. */
@ApplicationScoped
public class NoticeWriting {

    private static final Map<String, Kind> OF_ASSESSMENT = Map.ofEntries(entry("submit", Kind.SUBMITTED),
            entry("hand-in", Kind.HANDED_IN),
            entry("ask-below", Kind.ASKED), entry("remind-below", Kind.REMINDED),
            entry("give-section", Kind.SECTION_GIVEN),
            entry("finish-section", Kind.SECTION_FINISHED), entry("name-submitter", Kind.SUBMITTER_NAMED),
            entry("withdraw", Kind.WITHDRAWN),
            entry("decide", Kind.DECIDED), entry("turn-back", Kind.TURNED_BACK), entry("give-back", Kind.RETURNED),
            entry("confirm", Kind.JUDGED), entry("correct", Kind.JUDGED),
            entry("conclude", Kind.CONCLUDED), entry("object", Kind.OBJECTED), entry("settle", Kind.SETTLED),
            entry("grant-exemption", Kind.EXEMPTION_GRANTED), entry("refuse-exemption", Kind.EXEMPTION_REFUSED),
            entry("open-late-discrepancy", Kind.DISCREPANCY_LATE),
            entry("reject-discrepancy", Kind.DISCREPANCY_REJECTED),
            entry("extend-stage", Kind.EXTENDED));
    private static final Map<String, Kind> OF_ROUND = Map.of("open", Kind.ROUND_OPENED, "reopen", Kind.ROUND_OPENED,
            "extend",
            Kind.ROUND_EXTENDED, "close", Kind.ROUND_CLOSED, "issue", Kind.PROVISIONAL, "lapse", Kind.LAPSED, "publish",
            Kind.ROUND_PUBLISHED, "move-stage",
            Kind.STAGE_MOVED);

    @Inject
    private Notices notices;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    void happened(@Observes Change change) {
        Kind kind = (change.subject().equals("round") ? OF_ROUND : change.subject().equals("assessment") ? OF_ASSESSMENT
                : Map.<String, Kind>of()).get(change.action());
        if (kind == null || change.subjectId() == null) {
            return;
        }
        if (kind == Kind.PROVISIONAL) {
            tell(PEOPLE_OF_PROVISIONAL, new Notices.News(kind, change.subjectId(), now().toString(), null,
                    notices.replyUntil(change.subjectId()), null));
        } else if (kind == Kind.LAPSED) {
            tell(PEOPLE_OF_LAPSED, new Notices.News(kind, change.subjectId(), "lapse", null, null, null));
        } else if (change.subject().equals("round")) {
            ofRound(kind, change);
        } else {
            ofAssessment(kind, change);
        }
    }

    void ended(@Observes WorkEnded work) {
        if (work.starter() != null) {
            notices.addOfWork(work.failed() ? Kind.WORK_FAILED : Kind.WORK_DONE, work, today(), now());
        }
    }

    private void ofRound(Kind kind, Change change) {
        String stage = kind == Kind.STAGE_MOVED ? before(change.details()) : null;
        LocalDate due = stage == null ? notices.due(change.subjectId()) : notices.due(change.subjectId(), stage);
        Notices.News news = new Notices.News(kind, change.subjectId(), now().toString(), stage, due, null);
        tell(PEOPLE_OF_ROUND, news);
        tell(ADMINISTRATORS, news);
    }

    private void ofAssessment(Kind kind, Change change) {
        long assessment = change.subjectId();
        switch (kind) {
            case RETURNED -> tellDelegatesToo(new Notices.News(kind, assessment, now().toString(), null,
                    notices.dueOfAssessment(assessment), after(change.details())));
            case TURNED_BACK, WITHDRAWN ->
                tellDelegatesToo(new Notices.News(kind, assessment, now().toString(), null, null, null));
            case SECTION_FINISHED ->
                tell(GIVER_OF_SECTION, new Notices.News(kind, Long.parseLong(after(change.details())), now().toString(),
                        null, null, before(change.details())));
            case SUBMITTER_NAMED -> tell(SUBMITTER, new Notices.News(kind, Long.parseLong(after(change.details())),
                    now().toString(), null, null, null));
            case EXTENDED -> {
                String stage = before(change.details());
                tell(OWN_PEOPLE, new Notices.News(kind, assessment, now().toString(), stage,
                        notices.extended(assessment, stage), null));
            }
            case EXEMPTION_GRANTED, EXEMPTION_REFUSED, DISCREPANCY_LATE, DISCREPANCY_REJECTED ->
                tell(OWN_PEOPLE, new Notices.News(kind, assessment, now().toString(), null, null, change.details()));
            case ASKED,
                    REMINDED ->
                tell(PEOPLE_BELOW,
                        new Notices.News(kind, assessment,
                                kind == Kind.REMINDED ? today().toString() : now().toString(),
                                null, LocalDate.parse(change.details()), null));
            case SECTION_GIVEN -> tell(OF_SECTION, new Notices.News(kind, Long.parseLong(after(change.details())),
                    now().toString(), null, null, before(change.details())));
            case JUDGED, DECIDED ->
                tell(OWN_PEOPLE, new Notices.News(kind, assessment, today().toString(), null, null, null));
            case SUBMITTED -> tell(OWN_HEADS, new Notices.News(kind, assessment, now().toString(), null, null, null));
            case OBJECTED -> tell(PANEL, new Notices.News(kind, assessment, now().toString(), null, null, null));
            case HANDED_IN -> {
                tell(OWN_PEOPLE, new Notices.News(kind, assessment, now().toString(), null, null, null));
                if (notices.wasGivenBack(assessment)) {
                    tell(REVIEWERS,
                            new Notices.News(Kind.HANDED_IN_AGAIN, assessment, now().toString(), null, null, null));
                }
            }
            default -> tell(OWN_PEOPLE, new Notices.News(kind, assessment, now().toString(), null, null, null));
        }
    }

    private void tellDelegatesToo(Notices.News news) {
        tell(OWN_PEOPLE, news);
        tell(DELEGATES, news);
    }

    private void tell(Readers readers, Notices.News news) {
        notices.add(readers, news, caller.personId(), today(), now());
    }

    private static String before(String details) {
        return details.substring(0, details.indexOf('='));
    }

    private static String after(String details) {
        return details.substring(details.indexOf('=') + 1);
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
