package vn.thang.catalog.scoring;

import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.rest.Problem;

/** A request to score is faulty: every problem found, each with a pointer to its place. */
class RequestRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Fault> problems;

    RequestRefused(List<Problem.Fault> problems) {
        super("scorings.refused");
        this.problems = List.copyOf(problems);
    }

    List<Problem.Fault> problems() {
        return problems;
    }
}
