package vn.thang.matter.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.matter.AskedFigure;
import vn.thang.matter.MatterFigure;
import vn.thang.matter.MatterSubject;
import vn.thang.platform.BusinessException;

/** Finds what a matter is about by what is asked about; whoever may not see that is refused by whoever knows it. */
@ApplicationScoped
class MatterSubjects {

    @Inject
    private MatterFigures figures;

    @Inject
    private ReadingFigures readings;

    /**
     * What is asked of an agency.
     *
     * @param agency its code; not needed where it is about an assessment
     * @throws BusinessException where an agency has to be named
     */
    MatterSubject of(AskedFigure figure, String agency) {
        if (figure.assessment() != null) {
            return of(figures.result(figure.assessment()), figure.criterion());
        }
        if (agency == null) {
            throw new BusinessException("matter.agency-missing");
        }
        if (figure.target() != null) {
            return figures.target(figure.target(), agency);
        }
        if (figure.indicator() != null) {
            return readings.indicator(figure.indicator(), agency);
        }
        if (figure.reading() != null) {
            return readings.reading(figure.reading(), agency);
        }
        return figure.source() != null ? readings.source(figure.source(), agency) : figures.agency(agency);
    }

    MatterSubject of(AssessmentView view, String criterion) {
        if (criterion == null) {
            return figures.scorecard(view);
        }
        return view.scored().model().dimensions().stream().anyMatch(one -> one.code().equals(criterion))
                ? figures.dimension(view, criterion) : figures.criterion(view, criterion);
    }

    /** Returns the code of the agency that answers for the readings; null where it is about none. */
    String answering(AskedFigure figure) {
        return figure.source() != null ? readings.agencyOfSource(figure.source())
                : figure.indicator() != null ? readings.ownerOfIndicator(figure.indicator()) : null;
    }

    /** A figure of the whole country, before an agency is chosen. */
    MatterFigure national(AskedFigure figure) {
        if (!figure.national()) {
            throw new BusinessException.NotFound("matter.unknown");
        }
        if (figure.indicator() != null) {
            readings.requireSeen(figure.indicator());
            return readings.ofIndicator(figure.indicator());
        }
        return figure.source() != null ? readings.ofSource(figure.source()) : figures.ofTarget(figure.target());
    }
}
