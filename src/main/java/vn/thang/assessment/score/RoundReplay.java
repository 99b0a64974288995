package vn.thang.assessment.score;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Rounds;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.draft.ModelDraft;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.programme.Measure;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Replay;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.Progress;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Scores the last round of the country by a draft of its model as well: the same answers, evidence and readings. Nothing of
 * the round changes.
 */
@ApplicationScoped
@Transactional
@Requires(ADMINISTER)
public class RoundReplay {

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

    /** What a round would have come to. */
    public record Replayed(long round, String modelRef, Replay replay) {
    }

    /** The name of the round that a draft is tried on; empty where none was held by a version of the same model. */
    @Requires(ADMINISTER)
    public Optional<String> roundFor(ModelDraft draft) {
        return last(draft.model()).map(Round::name);
    }

    /**
     * Scores it; what was not handed in has no level and is left out.
     *
     * @throws BusinessException where there is no such round, or levels of the two versions do not compare
     */
    @Requires(ADMINISTER)
    public Replayed of(ModelDraft draft, Progress progress) {
        caller.check(ADMINISTER, agencies.rootPath());
        Round round = last(draft.model()).orElseThrow(() -> new BusinessException("draft.no-round"));
        MaturityModel model = catalog.model(round.modelRef());
        if (!model.hasLevel() || !draft.model().hasLevel() || !model.levels().equals(draft.model().levels())) {
            throw new BusinessException("draft.other-levels", model.ref(), draft.ref());
        }
        List<Replay.Agency> handedIn = new ArrayList<>();
        inputs.each(round.id(), round.modelRef(), "/", one -> {
            if (one.state().isHandedIn()) {
                handedIn.add(new Replay.Agency(one.agencyCode(), one.agencyType(), one.inputs(), byDraft(draft, one)));
                progress.at(handedIn.size(), 0, "work.doing.replay");
            }
        });
        return new Replayed(round.id(), round.modelRef(), Replay.of(model, draft.model(), handedIn,
                catalog.restrictedCriteria(), broken(draft, model)));
    }

    /** What the draft asks anew, over all versions between it and that of the round; nothing where it goes on from none of these. */
    private Set<String> broken(ModelDraft draft, MaturityModel model) {
        Optional<Succession> way = draft.succession()
                .flatMap(last -> catalog.succession(last.ref(), model.ref()).map(last::after));
        return way.map(one -> one.criteria().keySet()).orElse(Set.of());
    }

    /** The one whose results were published last; where there is none, the last one that began. */
    private Optional<Round> last(MaturityModel model) {
        List<Round> held = rounds.begun().stream().filter(round -> !round.rehearsal()
                && round.modelRef().startsWith(model.id() + "/") && catalog.isReadable(round.modelRef())).toList();
        return held.stream().filter(round -> round.state() == RoundState.PUBLISHED).findFirst()
                .or(() -> held.stream().findFirst());
    }

    /**
     * Returns what the bounds of the draft make of the readings; what it measures by another indicator is not
     * measured.
     */
    private static Map<String, CriterionInput> byDraft(ModelDraft draft, AssessmentInputs one) {
        Map<String, CriterionInput> byDraft = new HashMap<>(one.inputs());
        byDraft.replaceAll((code, input) -> {
            Measure measure = draft.measures().get(code);
            MeasuredLevels.Measured measured = one.readings().get(code);
            boolean same = measure != null && measured != null && measured.used()
                    && measured.indicator().code().equals(measure.indicator().code());
            return new CriterionInput(input.declared(), input.evidence(), input.expired(),
                    same ? Integer.valueOf(measure.level(measured.exact())) : null, input.confirmed(),
                    input.panel(), input.exempt());
        });
        return byDraft;
    }
}
