package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** Who may read and change what of a form: the people of the agency all of it, others the sections that were given to them. */
@ApplicationScoped
public class FormAccess {

    @Inject
    private Caller caller;

    @Inject
    private Sections sections;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    /**
     * Dimensions that the caller was given.
     *
     * @param whole permission with which one needs none: VIEW for reading, ANSWER for answering
     * @return empty for whoever has the whole
     */
    public Set<String> sections(Permission whole, AssessmentHead head) {
        if (caller.can(whole, head.agencyPath())) {
            return Set.of();
        }
        Set<String> given = caller.personId() == null ? Set.of() : sections.of(head.id(), caller.personId(), LocalDate.now(clock));
        if (given.isEmpty()) {
            caller.check(whole, head.agencyPath());
        }
        return given;
    }

    /** @throws vn.thang.platform.BusinessException.Forbidden when the caller has neither the whole nor the section of the criterion */
    public void check(Permission whole, AssessmentHead head, String criterion) {
        Set<String> given = sections(whole, head);
        if (!given.isEmpty() && !criteria(catalog.model(head.modelRef()), given).contains(criterion)) {
            caller.check(whole, head.agencyPath());
        }
    }

    /** @throws vn.thang.platform.BusinessException.Forbidden when the caller may not read the answer to the criterion */
    public void read(AssessmentHead head, String criterion) {
        check(Permission.VIEW, head, criterion);
        if (caller.can(Permission.VIEW, head.agencyPath()) && catalog.model(head.modelRef()).criterion(criterion).restricted()) {
            check(Permission.VIEW_RESTRICTED, head, criterion);
        }
    }

    /** Criteria of the sections that the caller was given. */
    public Set<String> criteria(AssessmentHead head) {
        return criteria(catalog.model(head.modelRef()), sections(Permission.ANSWER, head));
    }

    public static Set<String> criteria(MaturityModel model, Set<String> dimensions) {
        return model.dimensions().stream().filter(dimension -> dimensions.contains(dimension.code()))
                .flatMap(dimension -> MaturityModel.criteriaBelow(dimension).keySet().stream()).collect(Collectors.toSet());
    }
}
