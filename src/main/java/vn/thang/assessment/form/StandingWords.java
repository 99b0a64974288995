package vn.thang.assessment.form;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.thang.assessment.score.Standing;
import vn.thang.platform.Texts;

/** Says in one sentence what leads an assessment to the next level. */
public final class StandingWords {

    private static final int MOST_NAMED = 3;

    private StandingWords() {
    }

    public static String next(Standing standing, Locale locale) {
        List<Standing.Step> steps = standing.steps();
        if (steps.isEmpty()) {
            return Texts.text(locale, "assessment.next.none");
        }
        String named = steps.stream().limit(MOST_NAMED).map(step -> Texts.text(locale,
                "assessment.next." + step.kind().name().toLowerCase(Locale.ROOT), step.criterion(), step.to()))
                .collect(Collectors.joining(", "));
        String more = steps.size() > MOST_NAMED
                ? " " + Texts.text(locale, "assessment.next.more", steps.size() - MOST_NAMED) : "";
        return Texts.text(locale, "assessment.next", standing.level() + 1, standing.effort(), named + more);
    }
}
