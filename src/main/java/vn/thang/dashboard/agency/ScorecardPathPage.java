package vn.thang.dashboard.agency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.core.scoring.Path;

/** What is to be done for a higher level. */
@Named
@RequestScoped
public class ScorecardPathPage {

    @Inject
    private ScorecardPage card;

    @Inject
    private ScoreReasons reasons;

    private Integer asked;
    private Optional<Path> path;

    public List<ScoreReasons.Step> getSteps() {
        return path().map(found -> reasons.steps(card.getView(), found, card.getTexts())).orElse(List.of());
    }

    /** How many criteria the path raises. */
    public int getRaised() {
        return path().map(found -> found.raises().size()).orElse(0);
    }

    public boolean isWithPath() {
        return path().isPresent();
    }

    public int getEffort() {
        return path().map(Path::effort).orElse(0);
    }

    /** Whether there is nothing higher to aim at. */
    public boolean isHighest() {
        return card.getOfficial().level() == highest();
    }

    /** Levels that can still be aimed at. */
    public List<Integer> getHigherLevels() {
        return IntStream.rangeClosed(card.getOfficial().level() + 1, highest()).boxed().toList();
    }

    private int highest() {
        return card.getView().scored().model().highest();
    }

    private Optional<Path> path() {
        if (path == null) {
            ScoredAssessment scored = card.getView().scored();
            int level = getTargetLevel();
            path = level > highest() ? Optional.empty() : Path.toLevel(scored.model(), scored.answers(), level);
        }
        return path;
    }

    /** Returns the level that is aimed at: what was asked for, within those above the present one. */
    public Integer getTargetLevel() {
        int next = card.getOfficial().level() + 1;
        return asked == null ? next : Math.max(next, Math.min(highest(), asked));
    }

    public Integer getAsked() {
        return asked;
    }

    public void setAsked(Integer level) {
        asked = level;
    }
}
