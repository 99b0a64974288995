package vn.thang.bench;

import java.util.Map;
import java.util.stream.Collectors;

/** What is told of one rush: one line a figure, with what is wanted of it. */
final class DeadlineTable {

    private static final double SHARE_OF_BEST = 0.9;
    private static final int MOST = 100;
    private static final int NEARLY_ALL = 95;
    private static final int HALF = 50;

    private final String what;
    private final RushFigures figures;

    DeadlineTable(String what, RushFigures figures) {
        this.what = what;
        this.figures = figures;
    }

    /**
     * @param best   the most saves a second of all rushes so far, zero where there was none
     * @param wanted whether it may not be much less
     */
    void saves(double best, boolean wanted) {
        keep("saves a second", "%.1f".formatted(figures.perSecond("save")),
                "%d saves, none lost%s".formatted(figures.count("save"),
                        best > 0 ? ", %.2f of the best".formatted(figures.perSecond("save") / best) : ""),
                wanted ? "at least " + SHARE_OF_BEST + " of the best" : "");
    }

    void steps(String wanted) {
        keep("p95, ms", "save %,.0f".formatted(figures.percentile("save", NEARLY_ALL)),
                "question %,.0f; %d files %,.0f".formatted(figures.percentile("question", NEARLY_ALL),
                        figures.count("evidence"), figures.percentile("evidence", NEARLY_ALL)),
                wanted);
    }

    void pages(String wanted) {
        keep("times an empty page", "question %.1f, save %.1f".formatted(figures.times("question", "empty page"),
                figures.times("save", "empty page")),
                "empty page p95 %,.0f ms".formatted(figures.percentile("empty page", NEARLY_ALL)), wanted);
    }

    void door(String wanted) {
        keep("coming in, ms", "inside within %,.0f, sign-in p95 %,.0f".formatted(figures.percentile("arrival", MOST),
                figures.percentile("sign-in", NEARLY_ALL)),
                "p95 at the door %,.0f; sign-in p50 %,.0f%s".formatted(figures.percentile("admission", NEARLY_ALL),
                        figures.percentile("sign-in", HALF), figures.processorAtTheDoor("sign-in")),
                wanted);
    }

    /** What went wrong, and what it cost. */
    void rest() {
        keep("failed", counted(figures.failures()), "told to wait: " + counted(figures.waits()),
                "none, and only those at the door wait");
        keep("processor", figures.processorFor("save") + " for each save", figures.processorUsed() + " altogether", "");
        keep("heap of the server, MiB", "at most " + figures.heap(), "of " + figures.heapBound(), "bounded");
    }

    private static String counted(Map<String, ?> counted) {
        return counted.isEmpty() ? "none"
                : counted.entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
    }

    private void keep(String figure, String measured, String reference, String wanted) {
        Figures.keep(what + ": " + figure, measured, reference, wanted);
    }
}
