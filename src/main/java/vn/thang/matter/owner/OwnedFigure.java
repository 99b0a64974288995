package vn.thang.matter.owner;

import vn.thang.platform.GivenText;

/**
 * A figure that has an owner: a target or an indicator, of which the other code is null.
 *
 * @param target    code of a target
 * @param indicator code of an indicator
 */
public record OwnedFigure(String target, String indicator) {

    public OwnedFigure {
        target = GivenText.orNull(target);
        indicator = target == null ? GivenText.orNull(indicator) : null;
    }

    public static OwnedFigure ofTarget(String code) {
        return new OwnedFigure(code, null);
    }

    public static OwnedFigure ofIndicator(String code) {
        return new OwnedFigure(null, code);
    }

    /** What it is, as addresses and the trail name it. */
    public String kind() {
        return target == null ? "indicator" : "target";
    }

    public String code() {
        return target == null ? indicator : target;
    }

    /** As it stands in an address. */
    public String query() {
        return kind() + "=" + code();
    }
}
