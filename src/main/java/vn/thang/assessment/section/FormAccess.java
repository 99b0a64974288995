package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Shown;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
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
     * Dimensions that the caller was given. To read the whole of what is not handed in yet one has to belong to the agency.
     *
     * @param whole permission with which one needs none: VIEW for reading, ANSWER for answering
     * @return empty for whoever has the whole
     */
    public Set<String> sections(Permission whole, AssessmentHead head) {
        boolean held = caller.can(whole, head.agencyPath());
        if (held && (whole != Permission.VIEW || CourseSight.of(caller).shows(Shown.ANSWERS, head))) {
            return Set.of();
        }
        Set<String> given = caller.personId() == null ? Set.of()
                : sections.of(head.id(), caller.personId(), LocalDate.now(clock));
        if (given.isEmpty()) {
            caller.check(whole, head.agencyPath());
            throw new BusinessException.Forbidden("assessment.not-handed-in");
        }
        return given;
    }

    /**
     * @throws BusinessException.Forbidden when the caller has neither the whole nor the section of the criterion
     * @throws BusinessException.NotFound  when there is no such criterion
     */
    public void check(Permission whole, AssessmentHead head, String criterion) {
        Set<String> given = sections(whole, head);
        require(head, criterion);
        if (!given.isEmpty() && !criteria(catalog.model(head.modelRef()), given).contains(criterion)) {
            caller.check(whole, head.agencyPath());
        }
    }

    /** @throws BusinessException.Forbidden when the caller may not read the answer to the criterion */
    public void read(AssessmentHead head, String criterion) {
        check(Permission.VIEW, head, criterion);
        if (caller.can(Permission.VIEW, head.agencyPath()) && require(head, criterion).restricted()) {
            check(Permission.VIEW_RESTRICTED, head, criterion);
        }
    }

    /** The criterion of the model of the round, whatever the type of the agency. */
    private Criterion require(AssessmentHead head, String criterion) {
        return catalog.model(head.modelRef()).criteria().stream().filter(known -> known.code().equals(criterion))
                .findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("assessment.unknown-criterion", criterion));
    }

    /** Criteria of the sections that the caller was given. */
    public Set<String> criteria(AssessmentHead head) {
        return criteria(catalog.model(head.modelRef()), sections(Permission.ANSWER, head));
    }

    public static Set<String> criteria(MaturityModel model, Set<String> dimensions) {
        return model.dimensions().stream().filter(dimension -> dimensions.contains(dimension.code()))
                .flatMap(dimension -> MaturityModel.criteriaBelow(dimension).keySet().stream())
                .collect(Collectors.toSet());
    }
}
