package vn.thang.assessment.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.audit.reading.TrailHead;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** The minutes of the panel, for whoever sees the agency: on a page, and as a document once the case is ended. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class PanelMinutes {

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Objections objections;

    @Inject
    private Sittings sittings;

    @Inject
    private Caller caller;

    @Inject
    private Catalog catalog;

    @Inject
    private TrailHead trail;

    /** A file to hand out. */
    public record Download(String name, byte[] content) {
    }

    @Requires(Permission.VIEW)
    public Minutes of(long assessmentId) {
        AssessmentView view = assessments.view(assessmentId);
        return Minutes.of(view, objections.shown(view.head(), CourseSight.of(caller)), sittings.find(assessmentId));
    }

    /** @throws BusinessException while the panel has not ended the case */
    @Requires(Permission.VIEW)
    public Download document(long assessmentId, Locale locale) {
        Minutes minutes = of(assessmentId);
        if (minutes.sitting().isEmpty()) {
            throw new BusinessException("minutes.not-yet");
        }
        return new Download("bien-ban-%s-%s-%d.pdf".formatted(minutes.head().roundCode(), minutes.head().agencyCode(),
                minutes.sitting().get().number()),
                new MinutesDocument(minutes, catalog.texts(minutes.head().modelRef(), locale), locale,
                        trail.last().orElse(null)).pdf());
    }
}
