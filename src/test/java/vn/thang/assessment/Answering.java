package vn.thang.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.security.Caller;

/** Fills in assessments for tests by the use cases of the pages: {@code answering.of(mine).by("canbo").with("STR.2", "3")}. */
@ApplicationScoped
public class Answering {

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private Caller caller;

    public Sheet of(long assessment) {
        return new Sheet(assessment);
    }

    /** The questions of one assessment. */
    public final class Sheet {

        private final long assessment;

        private Sheet(long assessment) {
            this.assessment = assessment;
        }

        /** From here on this person acts. */
        public Sheet by(String username) {
            caller.actAs(username);
            return this;
        }

        /** Answers a question, afresh or again. */
        public Sheet with(String criterion, String value) {
            return with(criterion, value, null);
        }

        public Sheet with(String criterion, String value, String comment) {
            workflow.answer(assessment, new Draft(criterion, value, comment, version(view().answers(), criterion)));
            return this;
        }

        /** Answers whatever is not answered yet. */
        public Sheet andAllOthers(String value, String comment) {
            AssessmentView view = view();
            workflow.answerAll(assessment, view.scored().model().criteria().stream()
                    .filter(criterion -> !view.answers().containsKey(criterion.code()))
                    .map(criterion -> new Draft(criterion.code(), value, comment, 0)).toList());
            return this;
        }

        /** Attaches a link for every level up to this one that asks for evidence. */
        public Sheet supported(String criterion, int upTo) {
            view().scored().model().criterion(criterion).evidence().keySet().stream().filter(level -> level <= upTo)
                    .forEach(level -> evidence.attachLink(new EvidencePlace(assessment, criterion, level), "Văn bản",
                            "https://example.org/" + level));
            return this;
        }

        private AssessmentView view() {
            return assessments.view(assessment);
        }
    }

    private static int version(Map<String, GivenAnswer> answers, String criterion) {
        GivenAnswer given = answers.get(criterion);
        return given == null ? 0 : given.version();
    }
}
