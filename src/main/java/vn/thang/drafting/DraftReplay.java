package vn.thang.drafting;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.score.RoundReplay;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.draft.ModelDraft;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/** Tells what the last round of the country would have come to by a draft: who changes level, and by which rule. */
@ApplicationScoped
@Transactional
public class DraftReplay {

    @Inject
    private Drafting drafting;

    @Inject
    private Replays replays;

    @Inject
    private RoundReplay rounds;

    @Inject
    private LongWork works;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** A draft to be replayed, by its id. */
    public record Wanted(String subject, long draft) implements WorkInput {

        @Override
        public String once() {
            return String.valueOf(draft);
        }
    }

    /** Starts the replay of a draft without faults; answers the number of the work. */
    @Requires(ADMINISTER)
    public long start(long draft) {
        ModelDraft checked = drafting.model(draft);
        if (rounds.roundFor(checked).isEmpty()) {
            throw new BusinessException("draft.no-round");
        }
        return works.start(new Wanted(checked.ref(), draft), caller.behalf());
    }

    /** Scores the round by the draft and keeps what comes of it; answers how many agencies move. */
    @Requires(ADMINISTER)
    public int replay(long draft, Progress progress) {
        ModelDraft sound = drafting.model(draft);
        RoundReplay.Replayed replayed = rounds.of(sound, progress);
        replays.keep(draft, replayed.round(), replayed.replay(),
                ReasonSight.of(catalog.restrictedCriteria(), sound.model(), catalog.model(replayed.modelRef())),
                clock.instant());
        return replayed.replay().moves().size();
    }

    /** Finds what the last replay of a draft came to, in numbers. */
    @Requires(ADMINISTER)
    public Optional<ReplaySummary> find(long draft) {
        drafting.get(draft);
        return replays.find(draft);
    }

    /** Lists the agencies that move. */
    @Requires(ADMINISTER)
    public Slice<ReplayMove> moves(long draft, ReplayFilter filter, Cut<ReplayOrder> cut) {
        drafting.get(draft);
        return replays.moves(draft, filter, cut);
    }

    /** Lists the types of the agencies that move. */
    @Requires(ADMINISTER)
    public List<String> types(long draft) {
        drafting.get(draft);
        return replays.types(draft);
    }
}
