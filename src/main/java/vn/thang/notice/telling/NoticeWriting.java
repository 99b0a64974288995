package vn.thang.notice.telling;

import static vn.thang.notice.Readers.DELEGATES;
import static vn.thang.notice.Readers.GIVER_OF_SECTION;
import static vn.thang.notice.Readers.OF_SECTION;
import static vn.thang.notice.Readers.OWN_HEADS;
import static vn.thang.notice.Readers.OWN_PEOPLE;
import static vn.thang.notice.Readers.PANEL;
import static vn.thang.notice.Readers.PEOPLE_BELOW;
import static vn.thang.notice.Readers.REVIEWERS;
import static vn.thang.notice.Readers.SUBMITTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.thang.assessment.answer.ScanEvent;
import vn.thang.assessment.discrepancy.DiscrepancyEvent;
import vn.thang.assessment.filling.FillingEvent;
import vn.thang.assessment.form.FormEvent;
import vn.thang.assessment.reply.ReplyEvent;
import vn.thang.assessment.review.ReviewEvent;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.assessment.section.SectionEvent;
import vn.thang.assessment.signing.SigningEvent;
import vn.thang.assessment.workbook.WorkbookEvent;
import vn.thang.notice.NoticeKind;
import vn.thang.notice.Notices;

/**
 * Tells people of what happens to assessments, in the transaction in which it happens. Each event has its case, also where
 * nobody is told.
 */
@ApplicationScoped
class NoticeWriting {

    @Inject
    private Notices notices;

    @Inject
    private Telling telling;

    void happened(@Observes ScoringEvent event) {
        long assessment = event.assessment();
        switch (event) {
            case ScoringEvent.AnswerConfirmed confirmed ->
                telling.tellDaily(OWN_PEOPLE, NoticeKind.JUDGED, assessment, null);
            case ScoringEvent.AnswerCorrected corrected ->
                telling.tellDaily(OWN_PEOPLE, NoticeKind.JUDGED, assessment, null);
            case ScoringEvent.ObjectionDecided decided ->
                telling.tellDaily(OWN_PEOPLE, NoticeKind.DECIDED, assessment, null);
            case ScoringEvent.ExemptionDecided decided -> telling.tell(OWN_PEOPLE,
                    decided.granted() ? NoticeKind.EXEMPTION_GRANTED : NoticeKind.EXEMPTION_REFUSED, assessment,
                    decided.criterion());
            case ScoringEvent.HandedIn handedIn -> {
                telling.tell(OWN_PEOPLE, NoticeKind.HANDED_IN, assessment);
                if (notices.wasGivenBack(assessment)) {
                    telling.tell(REVIEWERS, NoticeKind.HANDED_IN_AGAIN, assessment);
                }
            }
            case ScoringEvent.AnswerReturned returned -> {
            }
            case ScoringEvent.AnswersGiven given -> {
            }
            case ScoringEvent.AnswersCarriedOver carriedOver -> {
            }
            case ScoringEvent.EvidenceAttached attached -> {
            }
            case ScoringEvent.EvidenceRenewed renewed -> {
            }
            case ScoringEvent.EvidenceDated dated -> {
            }
            case ScoringEvent.EvidenceRemoved removed -> {
            }
        }
    }

    void happened(@Observes ScanEvent event) {
        switch (event) {
            case ScanEvent.KeptFileFound found ->
                telling.tellDaily(OWN_PEOPLE, NoticeKind.FILE_FOUND, found.assessment(), null);
            case ScanEvent.OfferedFileRefused refused -> {
            }
        }
    }

    void happened(@Observes SectionEvent event) {
        switch (event) {
            case SectionEvent.SectionGiven given ->
                telling.tell(OF_SECTION, NoticeKind.SECTION_GIVEN, given.section(), given.dimension());
            case SectionEvent.SectionFinished finished ->
                telling.tell(GIVER_OF_SECTION, NoticeKind.SECTION_FINISHED, finished.section(), finished.dimension());
            case SectionEvent.SectionTaken taken -> {
            }
        }
    }

    void happened(@Observes FillingEvent event) {
        switch (event) {
            case FillingEvent.UnitsAsked asked ->
                telling.tellDue(PEOPLE_BELOW, NoticeKind.ASKED, asked.assessment(), null, asked.by());
            case FillingEvent.UnitsReminded reminded ->
                telling.tellDaily(PEOPLE_BELOW, NoticeKind.REMINDED, reminded.assessment(), reminded.by());
            case FillingEvent.UnitsAskedNoMore askedNoMore -> {
            }
            case FillingEvent.AnswersOffered offered -> {
            }
        }
    }

    void happened(@Observes WorkbookEvent event) {
        switch (event) {
            case WorkbookEvent.WorkbookImported imported -> {
            }
        }
    }

    void happened(@Observes FormEvent event) {
        switch (event) {
            case FormEvent.RestrictedRead read -> {
            } // for the trail
        }
    }

    void happened(@Observes SigningEvent event) {
        switch (event) {
            case SigningEvent.AnswersSubmitted submitted ->
                telling.tell(OWN_HEADS, NoticeKind.SUBMITTED, submitted.assessment());
            case SigningEvent.AnswersWithdrawn withdrawn ->
                tellDelegatesToo(
                        new Notices.News(NoticeKind.WITHDRAWN, withdrawn.assessment(), telling.now().toString(),
                                null, null, null));
            case SigningEvent.SubmitterNamed named ->
                telling.tell(SUBMITTER, NoticeKind.SUBMITTER_NAMED, named.naming());
            case SigningEvent.FactorShownAtSignature shown -> {
                // the signature itself is told
            }
            case SigningEvent.SubmitterCleared cleared -> {
            }
        }
    }

    void happened(@Observes ReviewEvent event) {
        switch (event) {
            case ReviewEvent.AssessmentTurnedBack turnedBack ->
                tellDelegatesToo(new Notices.News(NoticeKind.TURNED_BACK, turnedBack.assessment(),
                        telling.now().toString(), null, null, null));
            case ReviewEvent.QuestionsGivenBack givenBack -> tellDelegatesToo(new Notices.News(NoticeKind.RETURNED,
                    givenBack.assessment(), telling.now().toString(), null,
                    notices.dueOfAssessment(givenBack.assessment()), String.valueOf(givenBack.questions())));
            case ReviewEvent.ReviewConcluded concluded ->
                telling.tell(OWN_PEOPLE, NoticeKind.CONCLUDED, concluded.assessment());
            case ReviewEvent.AssessmentAdmitted admitted -> {
            }
            case ReviewEvent.AssessmentsAdmitted admitted -> {
            }
            case ReviewEvent.CasesAssigned assigned -> {
            }
            case ReviewEvent.ReviewResumed resumed -> {
            }
            case ReviewEvent.ExemptionAsked asked -> {
            }
            case ReviewEvent.SampleDrawn drawn -> {
            }
            case ReviewEvent.SecondOpinionGiven given -> {
            }
            case ReviewEvent.SecondReviewFinished finished -> {
            }
        }
    }

    void happened(@Observes ReplyEvent event) {
        switch (event) {
            case ReplyEvent.ObjectionsHandedIn handedIn ->
                telling.tell(PANEL, NoticeKind.OBJECTED, handedIn.assessment());
            case ReplyEvent.CaseSettled settled -> telling.tell(OWN_PEOPLE, NoticeKind.SETTLED, settled.assessment());
            case ReplyEvent.ResultAccepted accepted -> {
            }
            case ReplyEvent.ObjectionWritten written -> {
            }
            case ReplyEvent.ObjectionWithdrawn withdrawn -> {
            }
            case ReplyEvent.ObjectionEvidenceAttached attached -> {
            }
            case ReplyEvent.ObjectionEvidenceRemoved removed -> {
            }
        }
    }

    void happened(@Observes DiscrepancyEvent event) {
        switch (event) {
            case DiscrepancyEvent.DiscrepanciesOpenedLate opened ->
                telling.tell(OWN_PEOPLE, NoticeKind.DISCREPANCY_LATE,
                        opened.assessment(), String.join(", ", opened.criteria()));
            case DiscrepancyEvent.DiscrepancyRejected rejected -> {
                // the agency sees it with its provisional result
            }
            case DiscrepancyEvent.DiscrepancyExplained explained -> {
            }
            case DiscrepancyEvent.DiscrepancyAccepted accepted -> {
            }
            case DiscrepancyEvent.DiscrepanciesFollowed followed -> {
            }
        }
    }

    private void tellDelegatesToo(Notices.News news) {
        telling.tell(OWN_PEOPLE, news);
        telling.tell(DELEGATES, news);
    }
}
