package vn.thang.bench;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is told of one rush: one line a figure, with what is wanted of it and whether it was reached. */
final class DeadlineTable {

    static final Set<String> AT_THE_DOOR = Set.of("arriving", "sign-in");
    private static final double SHARE_OF_BEST = 0.9;
    private static final double QUESTION_PAGES = 3;
    private static final double SAVE_PAGES = 2;
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
                wanted ? Wanted.atLeast(SHARE_OF_BEST, figures.perSecond("save") / best, "of the best")
                        : Wanted.NOTHING);
    }

    void steps() {
        steps(Wanted.NOTHING);
    }

    /** @param most how many milliseconds a save may take */
    void steps(double most) {
        steps(Wanted.atMost("save", figures.percentile("save", NEARLY_ALL), most));
    }

    private void steps(Wanted wanted) {
        keep("p95, ms", "save %,.0f".formatted(figures.percentile("save", NEARLY_ALL)),
                "question %,.0f; %d files %,.0f".formatted(figures.percentile("question", NEARLY_ALL),
                        figures.count("evidence"), figures.percentile("evidence", NEARLY_ALL)),
                wanted);
    }

    /** @param wanted whether an ordinary number of officers works, of whom the bounds tell */
    void pages(boolean wanted) {
        keep("times an empty page", "question %.1f, save %.1f".formatted(figures.times("question", "empty page"),
                figures.times("save", "empty page")),
                "empty page p95 %,.0f ms".formatted(figures.percentile("empty page", NEARLY_ALL)),
                wanted ? Wanted.atMost("question", figures.times("question", "empty page"), QUESTION_PAGES)
                        .and(Wanted.atMost("save", figures.times("save", "empty page"), SAVE_PAGES)) : Wanted.NOTHING);
    }

    void door() {
        door(Wanted.NOTHING);
    }

    /**
     * @param inside how many milliseconds after arriving everybody has to be inside
     * @param signIn how many milliseconds a sign-in may take once admitted
     */
    void door(double inside, double signIn) {
        door(Wanted.atMost("inside within", figures.percentile("arrival", MOST), inside)
                .and(Wanted.atMost("sign-in", figures.percentile("sign-in", NEARLY_ALL), signIn)));
    }

    private void door(Wanted wanted) {
        keep("coming in, ms", "inside within %,.0f, sign-in p95 %,.0f".formatted(figures.percentile("arrival", MOST),
                figures.percentile("sign-in", NEARLY_ALL)),
                "p95 at the door %,.0f; sign-in p50 %,.0f%s".formatted(figures.percentile("admission", NEARLY_ALL),
                        figures.percentile("sign-in", HALF), figures.processorAtTheDoor("sign-in")),
                wanted);
    }

    /** What went wrong, and what it cost. */
    void rest() {
        keep("failed", counted(figures.failures()), "told to wait: " + counted(figures.waits()),
                new Wanted("none, and only those at the door wait",
                        figures.failures().isEmpty() && AT_THE_DOOR.containsAll(figures.waits().keySet())));
        keep("processor", figures.processorFor("save") + " for each save", figures.processorUsed() + " altogether",
                Wanted.NOTHING);
        keep("heap of the server, MiB", "at most " + figures.heap(), "of " + figures.heapBound(),
                new Wanted("below its bound", figures.heap() < figures.heapBound()));
    }

    private static String counted(Map<String, ?> counted) {
        return counted.isEmpty() ? "none"
                : counted.entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
    }

    private void keep(String figure, String measured, String reference, Wanted wanted) {
        Figures.keep(what + ": " + figure, measured, reference, wanted.said());
    }
}
