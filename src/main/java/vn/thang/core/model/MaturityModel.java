package vn.thang.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * One version of an instrument. It never changes once it is in use: an assessment stays with the version it began with.
 *
 * @param whole the root of the tree, with an empty code
 * @param evidenceExpires whether evidence supports a level only while it holds on the last day of the round
 * @param levels  the levels of criteria on a scale of levels, of dimensions and of the whole
 * @param overall what it says of the whole
 */
public record MaturityModel(String id, String version, Status status, Dimension whole, boolean evidenceExpires,
        LevelScale levels, Overall overall) {

    /** On five levels, with a level of the whole. */
    public MaturityModel(String id, String version, Status status, Dimension whole, boolean evidenceExpires) {
        this(id, version, status, whole, evidenceExpires, LevelScale.FIVE, Overall.LEVEL);
    }

    /** In which evidence never expires. */
    public MaturityModel(String id, String version, Status status, Dimension whole) {
        this(id, version, status, whole, false);
    }

    /** How far a version has come. */
    public enum Status { PROPOSAL, IN_FORCE, RETIRED }

    /** {@code vn-dgm/1.0}: how other things name this version. */
    public String ref() {
        return id + "/" + version;
    }

    /** The model as an agency of this type sees it: criteria that do not apply are gone, and dimensions left empty. */
    public MaturityModel forAgencyType(String agencyType) {
        return new MaturityModel(id, version, status, pruned(whole, agencyType), evidenceExpires, levels, overall);
    }

    /** The highest level. */
    public int highest() {
        return levels.highest();
    }

    /** Whether the whole has a level, so that there are paths and ranks by level. */
    public boolean hasLevel() {
        return overall == Overall.LEVEL;
    }

    /** Whether the whole has an index, by which agencies can be compared. */
    public boolean hasIndex() {
        return overall != Overall.NONE;
    }

    /** All criteria in model order. */
    public List<Criterion> criteria() {
        return whole.criteria();
    }

    /** Criteria below a node in model order, by their codes. */
    public static Map<String, Criterion> criteriaBelow(Dimension node) {
        Map<String, Criterion> byCode = new LinkedHashMap<>();
        node.criteria().forEach(criterion -> byCode.put(criterion.code(), criterion));
        return byCode;
    }

    /** @throws NoSuchElementException when the model has no such criterion */
    public Criterion criterion(String code) {
        return criteria().stream().filter(criterion -> criterion.code().equals(code)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(code));
    }

    /** The dimensions directly under the whole, in model order. */
    public List<Dimension> dimensions() {
        return whole.children().stream().filter(Dimension.class::isInstance).map(Dimension.class::cast).toList();
    }

    /** What scoring cannot work with, in model order; empty when the model can be used. */
    public List<ModelFault> faults() {
        return ModelFault.of(this);
    }

    private static Dimension pruned(Dimension node, String agencyType) {
        List<Node> kept = new ArrayList<>();
        for (Node child : node.children()) {
            if (child instanceof Dimension dimension) {
                Dimension inner = pruned(dimension, agencyType);
                if (!inner.children().isEmpty()) {
                    kept.add(inner);
                }
            } else if (((Criterion) child).appliesTo(agencyType)) {
                kept.add(child);
            }
        }
        return node.with(kept);
    }
}
