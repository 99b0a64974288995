package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.Rounds;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Inputs;
import vn.thang.core.scoring.Robustness;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * How firm the ranks and official levels of a round are when every weight of its model may be a quarter smaller or larger.
 * The rows are derived and can be made anew at any time; one agency with a newer score stands without rank until then.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class RankRobustness {

    public static final int PERCENT = 25;
    public static final int DRAWS = 1_000;
    private static final long SEED = 2_629;

    @Inject
    private RankSpreads spreads;

    @Inject
    private Rounds rounds;

    @Inject
    private RoundInputs inputs;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * Makes the figures of a round anew, for those who see all of it.
     *
     * @return how many agencies were ranked; none by a model that gives the whole no index
     * @throws BusinessException.Conflict when somebody else has just begun the same
     */
    @Requires(Permission.EXPORT)
    public int analyse(String roundCode) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        Round round = rounds.get(roundCode);
        return analyse(round.id(), round.modelRef());
    }

    /** Analyses a round that is being published, without asking who does it. */
    public int analyse(long roundId, String modelRef) {
        if (!running.compareAndSet(false, true)) {
            throw new BusinessException.Conflict("robustness.running");
        }
        try {
            MaturityModel model = catalog.model(modelRef);
            if (!model.hasIndex()) {
                return 0;
            }
            List<Long> assessments = new ArrayList<>();
            List<Answers> answers = new ArrayList<>();
            inputs.each(roundId, modelRef, "/", one -> {
                if (one.state().isHandedIn()) {
                    assessments.add(one.id());
                    answers.add(Inputs.answers(model, one.counted().forWhole(model), Column.OFFICIAL));
                }
            });
            spreads.store(assessments, Robustness.of(model, answers, SEED, DRAWS, PERCENT), clock.instant());
            return assessments.size();
        } finally {
            running.set(false);
        }
    }
}
