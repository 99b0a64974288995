package vn.thang.assessment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentLine;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.assessment.filling.BelowFirst;
import vn.thang.assessment.filling.UnitsBelow;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.reply.RightOfReply;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.section.Delegation;
import vn.thang.assessment.section.SectionLine;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** What the person has to do, first of all what is due. */
@Named
@RequestScoped
public class HomePage {

    private static final int SOON = 14;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private RightOfReply reply;

    @Inject
    private Delegation delegation;

    @Inject
    private BelowFirst below;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private List<AssessmentLine> all = List.of();
    private List<SectionLine> sections;
    private Map<Long, UnitsBelow.Share> above = Map.of();
    private Map<Long, List<Verdicts.Returned>> returned = Map.of();
    private Map<Long, List<String>> signatories = Map.of();

    public void load() {
        if (caller.can(Permission.VIEW)) {
            all = notices.found(assessments::mine);
            List<AssessmentHead> ready = getPresent().stream().map(AssessmentLine::head).filter(AssessmentHead::ready)
                    .toList();
            List<AssessmentHead> present = getPresent().stream().map(AssessmentLine::head).toList();
            above = below.shares(present);
            returned = assessments.returned(present);
            signatories = ready.isEmpty() ? Map.of() : signing.signatories(ready);
        }
    }

    /** Assessments of rounds that run, and what is still to be done in others; first what waits for this person's signature. */
    public List<AssessmentLine> getPresent() {
        return all.stream().filter(HomePage::isPresent).sorted(Comparator.comparing(line -> !isSigning(line))).toList();
    }

    public List<AssessmentLine> getEarlier() {
        return all.stream().filter(line -> !isPresent(line)).toList();
    }

    private static boolean isPresent(AssessmentLine line) {
        return line.head().roundOpen() || line.head().open() || line.head().ready()
                || line.head().state() == AssessmentState.PROVISIONAL;
    }

    /** Whether there is a provisional result, or was one before the final result. */
    public boolean isIssued(AssessmentLine line) {
        return line.head().state().compareTo(AssessmentState.PROVISIONAL) >= 0
                && line.head().state() != AssessmentState.PUBLISHED;
    }

    /** The key of what the result may be called. */
    public String standing(AssessmentLine line) {
        return ResultStanding.of(line.head()).key();
    }

    /** Sections of assessments that were given to the person. */
    public List<SectionLine> getSections() {
        if (sections == null) {
            sections = caller.can(Permission.CONTRIBUTE) ? delegation.mine() : List.of();
        }
        return sections;
    }

    /** Hands a section back as finished. */
    public String finish(long assessment, String dimension) {
        if (!notices.attempt(() -> delegation.finish(assessment, dimension))) {
            return null;
        }
        notices.say("section.finish-said", getSections().stream().filter(line -> line.head().id() == assessment
                && line.dimension().equals(dimension)).findFirst().map(this::dimension).orElse(dimension));
        return "/index?faces-redirect=true";
    }

    public String dimension(SectionLine line) {
        return isReadable(line.head())
                ? catalog.texts(line.head().modelRef(), language.getLocale()).dimension(line.dimension()).name()
                : line.dimension();
    }

    public boolean isContributing() {
        return caller.can(Permission.CONTRIBUTE) && !caller.can(Permission.ANSWER);
    }

    /** How far the units below the agency are; null where none takes part. */
    public UnitsBelow.Share below(AssessmentLine line) {
        return above.get(line.head().id());
    }

    /** What came back of the assessment, with reason and day. */
    public List<Verdicts.Returned> returned(AssessmentLine line) {
        return returned.getOrDefault(line.head().id(), List.of());
    }

    /** Whether the model of its round can be read; while it cannot, nothing can be done in the assessment. */
    public boolean isReadable(AssessmentHead head) {
        return catalog.isReadable(head.modelRef());
    }

    /** The name of a criterion that came back. */
    public String criterion(AssessmentLine line, Verdicts.Returned one) {
        return isReadable(line.head())
                ? catalog.texts(line.head().modelRef(), language.getLocale()).criterion(one.criterion()).name() : "";
    }

    /** The first last day of what is asked of the person for their agencies; null where nothing is asked. */
    public LocalDate getUrgent() {
        return Stream.concat(getPresent().stream().map(AssessmentLine::head), getSections().stream()
                .filter(line -> line.finishedAt() == null).map(SectionLine::head))
                .filter(head -> head.open() || head.ready()).map(AssessmentHead::toDoBy).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null);
    }

    public LocalDate replyUntil(AssessmentLine line) {
        return reply.until(line.head());
    }

    /** Whether it waits for the signature of this person. */
    public boolean isSigning(AssessmentLine line) {
        return line.head().ready() && caller.can(Permission.SIGN, line.head().agencyPath());
    }

    /** Whose signature it waits for; empty when the agency has no head with an account. */
    public String signatories(AssessmentLine line) {
        return String.join(", ", signatories.getOrDefault(line.head().agencyId(), List.of()));
    }

    public boolean isAnswering() {
        return caller.can(Permission.ANSWER);
    }

    public boolean isWithoutRole() {
        return caller.grants().isEmpty();
    }

    /** How long is left, or since when it is late; nothing once it is handed in. */
    public String time(AssessmentLine line) {
        long days = line.daysLeft(LocalDate.now(clock));
        if (line.head().state().isHandedIn() && !line.head().returned()) {
            return "";
        }
        return days < 0 ? language.text("home.late", -days)
                : days == 0 ? language.text("home.today") : language.text("home.days", days);
    }

    /** The look of that time. */
    public String urgency(AssessmentLine line) {
        long days = line.daysLeft(LocalDate.now(clock));
        return days < 0 ? "off" : days <= SOON ? "risk" : "on";
    }

    public String progress(AssessmentLine line) {
        return language.text("assessment.progress", line.answered(), line.applicable());
    }
}
