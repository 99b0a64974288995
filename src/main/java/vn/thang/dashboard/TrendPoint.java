package vn.thang.dashboard;

/** Level and index of an agency in one round. */
public record TrendPoint(String round, int level, double index) {
}
