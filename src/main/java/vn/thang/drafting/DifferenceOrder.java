package vn.thang.drafting;

import vn.thang.platform.list.Cut;

/** The one order of the differences: that of the files. */
public enum DifferenceOrder implements Cut.Order {
    FILE;

    @Override
    public String sql() {
        return "";
    }
}
