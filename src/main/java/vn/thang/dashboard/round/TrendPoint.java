package vn.thang.dashboard.round;

import java.time.LocalDate;

/** Official level and index of an agency in a round that it handed in. */
public record TrendPoint(long assessment, String round, LocalDate dueOn, int level, double index) {
}
