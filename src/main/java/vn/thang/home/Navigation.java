package vn.thang.home;

import static vn.thang.security.Permission.ADMINISTER;
import static vn.thang.security.Permission.DECIDE;
import static vn.thang.security.Permission.EXPORT;
import static vn.thang.security.Permission.MEET;
import static vn.thang.security.Permission.READ_TRAIL;
import static vn.thang.security.Permission.REVIEW;
import static vn.thang.security.Permission.VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.thang.security.Permission;

/**
 * The navigation of a person, task by task. A task whose pages all find room stands open, every other one is folded, so that no
 * more than {@value #MOST} entries are seen at once, the first page among them.
 */
public final class Navigation {

    static final int MOST = 7;

    private final List<Task> tasks;

    private Navigation(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    /** A page with its name. */
    public record Entry(String path, String text) {
    }

    /**
     * What somebody does.
     *
     * @param text   key of its name
     * @param places beginnings of the addresses of its pages
     */
    public record Task(String text, List<String> places, List<Entry> entries, boolean folded) {

        /** Whether the page is one of the task. */
        public boolean holds(String page) {
            return places.stream().anyMatch(page::startsWith);
        }

        private int seen() {
            return folded ? 1 : entries.size();
        }
    }

    /** Of whoever has these permissions. */
    public static Navigation of(Predicate<Permission> may) {
        boolean administers = may.test(ADMINISTER);
        List<Task> tasks = new ArrayList<>(Stream.of(
                task("nav.results", List.of("/dashboard/", "/bulletin/"),
                        entry(may.test(VIEW), "/dashboard/index.xhtml", "nav.dashboard"),
                        entry(may.test(VIEW), "/dashboard/targets.xhtml", "nav.targets"),
                        entry(may.test(VIEW), "/dashboard/heatmap.xhtml", "nav.heatmap")),
                task("nav.follow", List.of("/assessment/discrepancies", "/matter/", "/organisation/agenc",
                        "/organisation/tree"),
                        entry(may.test(VIEW), "/assessment/discrepancies.xhtml", "nav.discrepancies"),
                        entry(may.test(VIEW), "/matter/index.xhtml", "nav.matters"),
                        entry(may.test(MEET), "/matter/meetings.xhtml", "nav.meetings"),
                        entry(may.test(VIEW), "/organisation/agencies.xhtml", "nav.agencies")),
                task("nav.review", List.of("/assessment/queue", "/assessment/panel"),
                        entry(may.test(REVIEW), "/assessment/queue.xhtml", "nav.review"),
                        entry(may.test(DECIDE), "/assessment/panel.xhtml", "nav.panel")),
                task("nav.reports", List.of("/report/", "/audit/", "/proof/", "/sampling/", "/retention/"),
                        entry(may.test(EXPORT) && !administers, "/report/index.xhtml", "nav.reports"),
                        entry(may.test(READ_TRAIL) && !administers, "/audit/trail.xhtml", "trail.title")),
                task("nav.data", List.of("/indicator/", "/report/"),
                        entry(administers, "/indicator/sources.xhtml", "nav.sources"),
                        entry(administers, "/indicator/connectors.xhtml", "nav.connectors"),
                        entry(administers, "/indicator/indicators.xhtml", "nav.indicators"),
                        entry(administers, "/indicator/catalogue.xhtml", "nav.catalogue"),
                        entry(administers, "/report/index.xhtml", "nav.reports")),
                task("nav.administration",
                        List.of("/organisation/pe", "/assessment/round", "/assessment/extensions", "/drafting/",
                                "/work/", "/audit/", "/retention/", "/operation/"),
                        entry(administers, "/assessment/rounds.xhtml", "nav.rounds"),
                        entry(administers, "/drafting/index.xhtml", "nav.models"),
                        entry(administers, "/operation/index.xhtml", "operation.title"),
                        entry(administers, "/work/jobs.xhtml", "work.jobs"),
                        entry(administers, "/audit/trail.xhtml", "trail.title"),
                        entry(administers, "/organisation/people.xhtml", "nav.people")))
                .filter(task -> !task.entries().isEmpty()).toList());
        int seen = 1 + tasks.size();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            if (seen + task.entries().size() - 1 <= MOST) {
                seen += task.entries().size() - 1;
                tasks.set(i, new Task(task.text(), task.places(), task.entries(), false));
            }
        }
        return new Navigation(tasks);
    }

    @SafeVarargs
    private static Task task(String text, List<String> places, Stream<Entry>... entries) {
        return new Task(text, places, Stream.of(entries).flatMap(entry -> entry).toList(), true);
    }

    private static Stream<Entry> entry(boolean seen, String path, String text) {
        return seen ? Stream.of(new Entry(path, text)) : Stream.empty();
    }

    public List<Task> tasks() {
        return tasks;
    }

    /** How many entries are seen at once, the first page among them. */
    int seen() {
        return 1 + tasks.stream().mapToInt(Task::seen).sum();
    }
}
