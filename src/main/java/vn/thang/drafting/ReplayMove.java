package vn.thang.drafting;

/**
 * An agency whose level is another one by a draft.
 *
 * @param node     dimension whose rule decides; empty for the whole
 * @param rule     condition of the higher level that fails by the version that gives the lower one
 * @param level    level whose condition fails
 * @param children codes at which it fails
 * @param figures  what is reached and what is required
 */
public record ReplayMove(long id, String code, String name, String type, int from, int to, String node, Rule rule,
        int level, String children, String figures) {

    /** The conditions by which a level is reached or missed. */
    public enum Rule {
        SHARE, LOWER, CORE, GAP, INDEX
    }
}
