package vn.thang.drafting;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.catalog.draft.ProgrammeDraft;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.BusinessException;
import vn.thang.security.Requires;

/**
 * Tells what a draft of the programme would do to the targets: the same readings and rounds, by the version that holds, by the
 * draft if it were published today, and by the draft as if it had held from the beginning. Nothing changes.
 */
@ApplicationScoped
@Transactional
public class ProgrammeEffect {

    @Inject
    private Drafting drafting;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    /**
     * What becomes of a target.
     *
     * @param now    by the version that holds; null where the draft adds the target
     * @param then   if the draft were published today; null where it drops the target
     * @param always if it had held from the beginning: bounds of periods that have begun are then those of the draft as well
     */
    public record TargetEffect(String code, TargetLine now, TargetLine then, TargetLine always) {

        /** Whether its status is another one, or it is added or dropped. */
        public boolean moves() {
            return now == null || then == null || !now.status().equals(then.status());
        }

        /** Whether its status would be another one again if the draft had held from the beginning. */
        public boolean movesBefore() {
            return then != null && always != null && !then.status().equals(always.status());
        }

        /** Whether the value of today or the demand is another one. */
        public boolean differs() {
            return now != null && then != null && (!String.valueOf(now.today()).equals(String.valueOf(then.today()))
                    || !now.target().demand().equals(then.target().demand()));
        }
    }

    /**
     * What a draft does.
     *
     * @param rows the targets in the order of the draft, and then those that it drops
     */
    public record Effect(ProgrammeDraft draft, List<TargetEffect> rows) {
    }

    /** @throws BusinessException when the draft is faulty or none of the programme, and where no round has figures */
    @Requires(ADMINISTER)
    public Effect of(long draft) {
        ProgrammeDraft checked = drafting.programme(draft);
        RoundSelection shown = rounds.rounds(null).orElseThrow(() -> new BusinessException("draft.no-figures"));
        Map<String, TargetLine> now = byCode(targets.targets(shown));
        Map<String, TargetLine> then = byCode(targets.targets(checked.following(), shown));
        Map<String, TargetLine> always = byCode(targets.targets(checked.always(), shown));
        Set<String> codes = new LinkedHashSet<>(then.keySet());
        codes.addAll(now.keySet());
        List<TargetEffect> rows = new ArrayList<>();
        codes.forEach(code -> rows.add(new TargetEffect(code, now.get(code), then.get(code), always.get(code))));
        return new Effect(checked, rows);
    }

    private static Map<String, TargetLine> byCode(List<TargetLine> lines) {
        return lines.stream().collect(Collectors.toMap(line -> line.target().code(), Function.identity(),
                (first, second) -> first, LinkedHashMap::new));
    }
}
