package vn.thang.matter.figure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterRegister;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/**
 * What was asked of an agency about a criterion, and what it promised, in this round and in earlier ones: it stands beside the
 * question where that is answered and judged.
 */
@Named
@RequestScoped
public class QuestionMattersPage {

    private static final int FEW = 3;
    private static final int BRIEF = 160;

    @Inject
    private MatterRegister register;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    private final Map<List<String>, List<MatterLine>> found = new HashMap<>();

    /** Returns the newest matters of the criterion; one statement for the request. */
    public List<MatterLine> of(AssessmentHead head, String criterion) {
        return among(List.of(criterion), head, criterion);
    }

    /** Returns the newest matters of the criterion where all of its dimension are shown; one statement for all of them. */
    public List<MatterLine> inDimension(AssessmentHead head, String dimension, String criterion) {
        List<String> codes = catalog.model(head.modelRef()).dimensions().stream()
                .filter(one -> one.code().equals(dimension))
                .flatMap(one -> MaturityModel.criteriaBelow(one).keySet().stream()).toList();
        return among(codes, head, criterion);
    }

    private List<MatterLine> among(List<String> criteria, AssessmentHead head, String criterion) {
        return caller.can(Permission.VIEW)
                ? found.computeIfAbsent(criteria, codes -> register.ofCriteria(head.agencyCode(), codes)).stream()
                        .filter(line -> line.criterion().equals(criterion)).limit(FEW).toList()
                : List.of();
    }

    /** Returns the words as far as they have room beside a question, cut between two of them. */
    public String brief(String words) {
        if (words == null || words.length() <= BRIEF) {
            return words;
        }
        int end = words.lastIndexOf(' ', BRIEF);
        return words.substring(0, end > 0 ? end : BRIEF) + " …";
    }
}
