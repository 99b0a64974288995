package vn.thang.sampling;

/** By what an audit sample is divided. */
public enum Division {
    WHOLE, PROVINCE, TYPE
}
