package vn.thang.report.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.report.room.Report.Chart;
import vn.thang.report.room.Report.Column;
import vn.thang.report.room.Report.Format;
import vn.thang.report.room.Report.Parameter;
import vn.thang.report.room.Report.Showing;
import vn.thang.report.room.Report.Summary;
import vn.thang.report.room.Report.Wording;
import vn.thang.security.Permission;

/** Reads one definition of a report and tells all its faults at once, each by the place where it stands. */
final class ReportReader {

    private static final List<String> LANGUAGES = List.of("vi", "en", "de");
    private static final Set<String> KEYS = Set.of("title", "purpose", "permission", "at", "shows", "parameters",
            "formats",
            "query", "reads", "makes", "page", "columns", "summaries", "charts");
    private static final Set<String> COLUMN_KEYS = Set.of("id", "head", "width", "format", "words", "formula",
            "judge");
    private static final Set<String> SUMMARY_KEYS = Set.of("title", "rows", "columns");
    private static final Set<String> CHART_KEYS = Set.of("title", "label", "values", "where");
    private static final Set<String> NUMBERS = Set.of("integer", "decimal", "percent", "level");
    private static final Pattern BOUND = Pattern.compile("(?<!:):(\\w+)");
    private static final Pattern IN_FORMULA = Pattern.compile("\\{(\\w+)}");
    private static final int WIDEST = 120;

    private final List<String> faults = new ArrayList<>();

    private ReportReader() {
    }

    /** A definition that is refused, with everything that is wrong with it. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final List<String> faults;

        Refused(List<String> faults) {
            super(String.join("; ", faults));
            this.faults = List.copyOf(faults);
        }

        List<String> faults() {
            return faults;
        }
    }

    /** @throws Refused when anything is wrong with the definition */
    static Report read(String id, Object definition) {
        ReportReader reader = new ReportReader();
        Report report = reader.report(id, definition);
        if (!reader.faults.isEmpty()) {
            throw new Refused(reader.faults);
        }
        return report;
    }

    /** @throws Refused when it is not a text in every language */
    static Wording title(Object given) {
        ReportReader reader = new ReportReader();
        Wording title = reader.wording("title", given);
        if (!reader.faults.isEmpty()) {
            throw new Refused(reader.faults);
        }
        return title;
    }

    private Report report(String id, Object definition) {
        Map<String, Object> file = map("the definition", definition, KEYS);
        List<Parameter> parameters = constants("parameters", file.get("parameters"), Parameter.values());
        Report report = new Report(id, wording("title", file.get("title")), wording("purpose", file.get("purpose")),
                constants("permission", List.of(file.getOrDefault("permission", "")), Permission.values()).stream()
                        .findFirst().orElse(Permission.EXPORT),
                "country".equals(oneOf("at", file.get("at"), Set.of("country", "agency"))),
                constants("shows", file.get("shows") == null ? List.of() : List.of(file.get("shows")),
                        Showing.values()).stream().findFirst(),
                parameters,
                constants("formats", file.get("formats"), Format.values()), text("query", file.get("query")),
                text("reads", file.get("reads")), text("makes", file.get("makes")), text("page", file.get("page")),
                list("columns", file.get("columns")).map(this::column).toList(),
                list("summaries", file.get("summaries")).map(this::summary).toList(),
                list("charts", file.get("charts")).map(this::chart).toList());
        whole(report);
        report.query().ifPresent(query -> statement(query, report));
        return report;
    }

    private Column column(Object given) {
        Map<String, Object> column = map("columns", given, COLUMN_KEYS);
        String id = String.valueOf(column.get("id"));
        require(id.matches("[a-z][a-z0-9_]*"), "columns: " + id + " is no name of a column");
        Object width = column.get("width");
        require(width instanceof Integer wide && wide > 0 && wide <= WIDEST,
                "columns." + id + ".width: a number from 1 to " + WIDEST + " is needed");
        Object judge = column.getOrDefault("judge", false);
        require(judge instanceof Boolean, "columns." + id + ".judge: true or false is needed");
        return new Column(id, wording("columns." + id + ".head", column.get("head")),
                width instanceof Integer wide ? wide : 1,
                oneOf("columns." + id + ".format", column.getOrDefault("format", "text"), Column.FORMATS),
                text("columns." + id + ".words", column.get("words")),
                text("columns." + id + ".formula", column.get("formula")), Boolean.TRUE.equals(judge));
    }

    private Summary summary(Object given) {
        Map<String, Object> summary = map("summaries", given, SUMMARY_KEYS);
        return new Summary(wording("summaries.title", summary.get("title")), String.valueOf(summary.get("rows")),
                String.valueOf(summary.get("columns")));
    }

    private Chart chart(Object given) {
        Map<String, Object> chart = map("charts", given, CHART_KEYS);
        Map<String, String> where = new HashMap<>();
        if (chart.get("where") instanceof Map<?, ?> values) {
            values.forEach((column, value) -> where.put(String.valueOf(column), String.valueOf(value)));
        }
        return new Chart(wording("charts.title", chart.get("title")), names("charts.label", chart.get("label")),
                names("charts.values", chart.get("values")), where);
    }

    private List<String> names(String place, Object given) {
        List<String> names = list(place, given).map(String::valueOf).toList();
        require(!names.isEmpty(), place + ": at least one column is needed");
        return names;
    }

    /** Asks whether the parts go together. */
    private void whole(Report report) {
        long origins = Stream.of(report.query(), report.reads(), report.makes(), report.page())
                .filter(Optional::isPresent).count();
        require(origins == 1, "one of query, reads, makes and page is needed");
        if (report.page().isPresent()) {
            return;
        }
        require(!report.formats().isEmpty(), "formats: at least one is needed");
        require(report.makes().isPresent() != report.columns().iterator().hasNext(),
                "columns: at least one is needed, and none where a use case makes the file");
        require(report.national() || report.asks(Parameter.AGENCY), "parameters: agency is needed where at is agency");
        Set<String> ids = new HashSet<>();
        for (Column column : report.columns()) {
            require(ids.add(column.id()), "columns." + column.id() + " stands twice");
        }
        report.columns().forEach(column -> column.formula().ifPresent(formula -> IN_FORMULA.matcher(formula).results()
                .map(match -> match.group(1)).filter(named -> report.place(named) < 0)
                .forEach(named -> faults.add("columns." + column.id() + ".formula: there is no column " + named))));
        report.summaries().forEach(summary -> Stream.of(summary.rows(), summary.columns())
                .filter(named -> report.place(named) < 0)
                .forEach(named -> faults.add("summaries: there is no column " + named)));
        report.charts().forEach(chart -> whole(report, chart));
    }

    private void whole(Report report, Chart chart) {
        Stream.of(chart.label(), chart.values(), chart.where().keySet()).flatMap(Collection::stream)
                .filter(named -> report.place(named) < 0)
                .forEach(named -> faults.add("charts: there is no column " + named));
        chart.values().stream().filter(named -> report.place(named) >= 0)
                .filter(named -> !NUMBERS.contains(report.column(named).format()))
                .forEach(named -> faults.add("charts: column " + named + " holds no numbers"));
    }

    private void statement(String query, Report report) {
        require(query.strip().toUpperCase(Locale.ROOT).matches("(?s)(SELECT|WITH)\\b.*"),
                "query: a statement that selects is needed");
        Set<String> known = Stream.concat(report.parameters().stream().map(Parameter::bound),
                ReportQuery.ALWAYS.stream()).collect(Collectors.toSet());
        Matcher bound = BOUND.matcher(query);
        while (bound.find()) {
            require(known.contains(bound.group(1)), "query: nothing gives :" + bound.group(1));
        }
        require(report.national() || query.contains(Report.PATH) && query.contains(":" + Parameter.AGENCY.bound()),
                "query: " + Report.PATH + " and :" + Parameter.AGENCY.bound() + " are needed where at is agency");
    }

    private Wording wording(String place, Object given) {
        Map<String, String> texts = new HashMap<>();
        List<?> words = given instanceof List<?> list ? list : List.of();
        require(words.size() == LANGUAGES.size()
                && words.stream().allMatch(word -> word instanceof String text && !text.isBlank()),
                place + ": a text in each of " + LANGUAGES + " is needed");
        for (int i = 0; i < Math.min(words.size(), LANGUAGES.size()); i++) {
            texts.put(LANGUAGES.get(i), String.valueOf(words.get(i)));
        }
        return new Wording(texts);
    }

    private <E extends Enum<E>> List<E> constants(String place, Object given, E[] all) {
        Map<String, E> known = Stream.of(all)
                .collect(Collectors.toMap(one -> one.name().toLowerCase(Locale.ROOT), Function.identity()));
        return list(place, given).filter(one -> {
            boolean is = known.containsKey(String.valueOf(one));
            require(is, place + ": " + one + " is none of " + known.keySet().stream().sorted().toList());
            return is;
        }).map(one -> known.get(String.valueOf(one))).toList();
    }

    private String oneOf(String place, Object given, Set<String> known) {
        require(known.contains(String.valueOf(given)),
                place + ": " + given + " is none of " + known.stream().sorted().toList());
        return String.valueOf(given);
    }

    private Optional<String> text(String place, Object given) {
        require(given == null || given instanceof String text && !text.isBlank(), place + ": a text is needed");
        return given instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private Stream<?> list(String place, Object given) {
        require(given == null || given instanceof List, place + ": a list is needed");
        return given instanceof List<?> list ? list.stream() : Stream.of();
    }

    private Map<String, Object> map(String place, Object given, Set<String> keys) {
        Map<String, Object> map = new HashMap<>();
        require(given instanceof Map, place + ": names with values are needed");
        if (given instanceof Map<?, ?> read) {
            read.forEach((key, value) -> {
                require(keys.contains(String.valueOf(key)), place + ": nothing is called " + key);
                map.put(String.valueOf(key), value);
            });
        }
        return map;
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
