package vn.thang.organisation.change;

import java.util.List;

/** A feature with data of agencies: it says beforehand what becomes of them when agencies change. */
public interface Concerned {

    List<Following> foresee(Rearrangement change);
}
