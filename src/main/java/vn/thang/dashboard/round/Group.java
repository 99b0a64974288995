package vn.thang.dashboard.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The agencies of one type in a round, or of several types together. Only those that handed in have levels.
 *
 * @param waiting    agencies that have not handed in
 * @param dimensions code of a dimension to the levels in it
 * @param grounds    what the levels rest on
 */
public record Group(List<String> types, Distribution levels, long waiting, Map<String, Distribution> dimensions,
        Grounds grounds) {

    /** Groups with fewer levels than this are not shown apart to other agencies. */
    public static final int SMALLEST = 5;

    public Group {
        types = List.copyOf(types);
        dimensions = Map.copyOf(dimensions);
    }

    public long handedIn() {
        return levels.total();
    }

    public long agencies() {
        return handedIn() + waiting;
    }

    /** The parts of a bar 100 wide: those at each level, and after them a part for those that have not handed in. */
    public Distribution.Part[] parts() {
        return levels.parts(agencies());
    }

    /** How wide the part of those that have not handed in is, in per cent of all. */
    public double missing() {
        return agencies() == 0 ? 0 : 100d * waiting / agencies();
    }

    public boolean small() {
        return handedIn() < SMALLEST;
    }

    /** The only type, for addresses of lists; null for several types together. */
    public String onlyType() {
        return types.size() == 1 ? types.get(0) : null;
    }

    public Distribution dimension(String code) {
        return dimensions.getOrDefault(code, Distribution.empty());
    }

    /** The medians of the dimensions, 0 where nobody has a level. */
    public List<Integer> medians(List<String> codes) {
        return codes.stream().map(code -> dimension(code).median()).toList();
    }

    /** These and others of the same type, as in the provinces of a region. */
    Group alike(Group other) {
        return sum(other, types);
    }

    public Group and(Group other) {
        List<String> both = new ArrayList<>(types);
        both.addAll(other.types);
        return sum(other, both);
    }

    private Group sum(Group other, List<String> both) {
        Map<String, Distribution> sums = new HashMap<>(dimensions);
        other.dimensions.forEach((code, levels) -> sums.merge(code, levels, Distribution::plus));
        return new Group(both, levels.plus(other.levels), waiting + other.waiting, sums, grounds.and(other.grounds));
    }

    /**
     * These groups without any that is small: a small one is put together with the next, the last ones with the one
     * before, so that nothing can be taken off the sum to find it either. Empty when all together are too few.
     */
    static List<Group> withoutSmall(List<Group> groups) {
        List<Group> large = new ArrayList<>();
        Group open = null;
        for (Group group : groups) {
            open = open == null ? group : open.and(group);
            if (!open.small()) {
                large.add(open);
                open = null;
            }
        }
        if (open != null && !large.isEmpty()) {
            large.add(large.remove(large.size() - 1).and(open));
        }
        return large;
    }
}
