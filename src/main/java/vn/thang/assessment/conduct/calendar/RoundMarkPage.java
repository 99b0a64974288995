package vn.thang.assessment.conduct.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import vn.thang.security.Caller;

/** The mark of the round that the address of a page names by its code or by an assessment in it; null without one. */
@Named
@RequestScoped
public class RoundMarkPage {

    private static final String ROUND_PAGE = "/assessment/round.xhtml";

    @Inject
    private RoundCalendar calendar;

    @Inject
    private Caller caller;

    @Inject
    private FacesContext faces;

    private Optional<RoundMark> mark;

    public RoundMark getMark() {
        if (mark == null) {
            mark = find();
        }
        return mark.orElse(null);
    }

    private Optional<RoundMark> find() {
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        boolean roundPage = faces.getViewRoot() != null && ROUND_PAGE.equals(faces.getViewRoot().getViewId());
        String round = asked.get(roundPage ? "code" : "round");
        String assessment = asked.get("assessment");
        boolean number = assessment != null && assessment.matches("[0-9]{1,18}");
        return caller.isSignedIn() && (round != null || number)
                ? calendar.mark(round, number ? Long.valueOf(assessment) : null)
                : Optional.empty();
    }
}
