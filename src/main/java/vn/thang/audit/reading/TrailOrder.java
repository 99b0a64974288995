package vn.thang.audit.reading;

import vn.thang.platform.list.Cut;

/** The orders of the trail: the newest entries first, or as they were written. */
public enum TrailOrder implements Cut.Order {
    NEWEST, TIME;

    @Override
    public String sql() {
        return "e.at";
    }
}
