package vn.thang.notice.telling;

import static vn.thang.notice.Readers.JUDGES_OF_SAMPLE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.thang.notice.NoticeKind;
import vn.thang.sampling.SamplingEvent;

/** Tells reviewers of audit samples whose answers wait for them, in the transaction in which they are drawn. */
@ApplicationScoped
class SampleNotices {

    @Inject
    private Telling telling;

    void happened(@Observes SamplingEvent event) {
        switch (event) {
            case SamplingEvent.AuditSampleDrawn drawn -> telling.tell(JUDGES_OF_SAMPLE, NoticeKind.SAMPLE_DRAWN,
                    drawn.sample(), String.valueOf(drawn.size()));
            case SamplingEvent.CaseJudged judged -> {
            }
            case SamplingEvent.PaperTaken taken -> {
            }
        }
    }
}
