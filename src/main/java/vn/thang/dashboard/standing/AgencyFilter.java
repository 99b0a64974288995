package vn.thang.dashboard.standing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.platform.GivenText;

/**
 * Which agencies of a round, in which order; null means all.
 *
 * @param words    part of the name whatever its marks, or beginning of the code
 * @param types    keys of types
 * @param parent   code of the agency directly above
 * @param standing how far they are
 * @param level    official level
 * @param below    only agencies that have not reached this level, those that have not handed in included
 * @param sort     {@code name}, {@code level}, {@code index}, {@code handed-in}, {@code progress}, {@code firmness} or the
 *                 code of a dimension
 */
public record AgencyFilter(String words, List<String> types, String parent, Standing standing, Integer level,
        Integer below,
        String sort, boolean descending) {

    /** How far an agency is. */
    public enum Standing {
        HANDED_IN("handed-in", AssessmentState.handedIn()),
        WAITING("waiting", AssessmentState.waiting()),
        READY("ready", Set.of(AssessmentState.READY)),
        IN_PROGRESS("in-progress", Set.of(AssessmentState.IN_PROGRESS)),
        NOT_STARTED("not-started", Set.of(AssessmentState.NOT_STARTED));

        private final String key;
        private final Set<AssessmentState> states;

        Standing(String key, Set<AssessmentState> states) {
            this.key = key;
            this.states = states;
        }

        /** What addresses call it. */
        public String key() {
            return key;
        }

        Set<AssessmentState> states() {
            return states;
        }

        /** By its key; null for any other word. */
        static Standing of(String key) {
            for (Standing standing : values()) {
                if (standing.key.equals(key)) {
                    return standing;
                }
            }
            return null;
        }
    }

    private static final Set<String> ORDERS = Set.of("name", "level", "index", "handed-in", "progress", "firmness");

    /** From the parameters of an address; what there is none of counts as not given, and a group is its types with commas. */
    public static AgencyFilter of(Map<String, String> asked) {
        String type = GivenText.orNull(asked.get("type"));
        return new AgencyFilter(GivenText.orNull(asked.get("q")), type == null ? null : List.of(type.split(",")),
                GivenText.orNull(asked.get("parent")),
                Standing.of(asked.get("state")), null, null, "name", false);
    }

    /**
     * From the parameters of the address of the map, which names a level and an order too.
     *
     * @param dimensions codes of dimensions, each of which is an order
     */
    static AgencyFilter ofMap(Map<String, String> asked, List<String> dimensions) {
        AgencyFilter plain = of(asked);
        String level = asked.get("level");
        String sort = asked.get("sort");
        return new AgencyFilter(plain.words, plain.types, plain.parent, plain.standing,
                level != null && level.matches("\\d{1,3}") ? Integer.valueOf(level) : null, null,
                sort != null && (ORDERS.contains(sort) || dimensions.contains(sort)) ? sort : "index",
                "desc".equals(asked.get("dir")));
    }

    /** All agencies that are so far, in this order. */
    public static AgencyFilter of(Standing standing, String sort, boolean descending) {
        return new AgencyFilter(null, null, null, standing, null, null, sort, descending);
    }

    /** Those of them that have handed in. */
    AgencyFilter handedIn() {
        return new AgencyFilter(words, types, parent, Standing.HANDED_IN, level, below, sort, descending);
    }

    /** Those of them that are in the scope and have not reached the level. */
    AgencyFilter below(int wanted, Set<String> scope) {
        return new AgencyFilter(words,
                types == null ? List.copyOf(scope) : types.stream().filter(scope::contains).toList(),
                parent, standing, level, wanted, sort, descending);
    }
}
