package vn.thang.open;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Inputs;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.core.target.Attainment;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.RoundGroups;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.data.RowWriter;
import vn.thang.data.catalog.CatalogData;
import vn.thang.data.catalog.Continued;
import vn.thang.data.catalog.NodeRow;
import vn.thang.data.target.TargetData;
import vn.thang.data.target.TargetRow;
import vn.thang.data.target.TargetStepRow;
import vn.thang.platform.Texts;
import vn.thang.platform.sql.Subtrees;

/**
 * Makes what everybody may read of a published round. Of an agency that is the level of the whole and of each dimension, and
 * the index of those in which no restricted answer counts: even a rounded one would give some of these away at its edges; of targets figures of the country; of
 * groups of agencies only such as have five or more. Answers, readings and names of people are never among it.
 */
@ApplicationScoped
class OpenMaking {

    private static final int AT_ONCE = 250;
    private static final int DIGITS = 10;
    static final String CSV = "text/csv";
    static final String JSON = "application/json";
    static final String WHOLE = "whole";
    private static final Jsonb JSONB = JsonbBuilder.create();
    /** Fields of a target that say what becomes of it by plans. */
    private static final Set<String> PLANS = Set.of("planned", "ifKept", "asBefore");

    @Inject
    private RoundInputs inputs;

    @Inject
    private OpenAgencies agencies;

    @Inject
    private RoundGroups groups;

    @Inject
    private Catalog catalog;

    /** A round that can be made public. */
    record Subject(long id, String code, String name, String modelRef, LocalDate dueOn) {
    }

    /** How many agencies of a group of types stand at each level. */
    public record LevelsRow(List<String> types, List<Long> levels, long waiting) {
    }

    /** What the page of the country shows of levels. */
    public record Country(List<LevelsRow> groups) {
    }

    /** @param all groups of the round by type */
    List<OpenFile> files(Subject round, Choice choice, List<Group> all, List<TargetLine> lines) {
        List<OpenFile> files = new ArrayList<>();
        MaturityModel model = catalog.model(round.modelRef());
        Locale language = Texts.LANGUAGES.get(0);
        List<NodeRow> nodes = CatalogData.nodes(model, catalog.texts(model, language),
                Continued.of(catalog, model.ref()));
        add(files, "model", NodeRow.class, nodes);
        files.add(json("page/country", new Country(levels(model, all))));
        if (choice.agencies()) {
            results(files, round, model);
        }
        if (choice.targets()) {
            List<TargetLine> shown = lines.stream().filter(OpenMaking::large).toList();
            List<TargetRow> targets = TargetData.rows(shown, catalog.programmeTexts(language));
            List<TargetStepRow> history = shown.stream()
                    .flatMap(line -> TargetData.steps(line, catalog.breaks()).stream()).toList();
            add(files, "targets", withoutPlans(), targets);
            add(files, "history", TargetStepRow.class, history);
            files.add(text("targets.sdmx.csv", "application/vnd.sdmx.data+csv", sdmx(history)));
        }
        return files;
    }

    /** What agencies plan is not public. */
    private static RowWriter withoutPlans() {
        Set<String> open = new LinkedHashSet<>(new RowWriter(TargetRow.class, Set.of()).names());
        open.removeAll(PLANS);
        return new RowWriter(TargetRow.class, open);
    }

    /** A share of fewer than five agencies is a statistic of a group that is too small; a figure of the country itself is none. */
    private static boolean large(TargetLine line) {
        Attainment attainment = line.attainment();
        boolean ofMaturity = attainment != null && attainment.inScope() < Group.SMALLEST;
        boolean measured = line.measured() != null && line.known()
                && line.target().measure() != vn.thang.core.target.TargetMeasure.NATIONAL
                && line.measured().figure().coverage().due() < Group.SMALLEST;
        return !ofMaturity && !measured;
    }

    private List<LevelsRow> levels(MaturityModel model, List<Group> all) {
        return !model.hasLevel() ? List.of()
                : groups.apart(all).stream().map(group -> new LevelsRow(group.types(),
                        IntStream.rangeClosed(0, model.highest()).mapToObj(level -> group.levels().at(level)).toList(),
                        group.waiting())).toList();
    }

    private void results(List<OpenFile> files, Subject round, MaturityModel model) {
        Map<String, OpenAgencies.Names> names = agencies.names(round.id());
        Map<String, List<OpenResultRow>> rows = new LinkedHashMap<>();
        long after = 0;
        List<AssessmentInputs> page;
        do {
            page = inputs.page(round.id(), round.modelRef(), new Subtrees(List.of("/")), null, after, AT_ONCE);
            page.forEach(one -> rows.put(one.agencyCode(), rows(round, model, one, names.get(one.agencyCode()))));
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == AT_ONCE);
        List<OpenResultRow> all = rows.values().stream().flatMap(List::stream).toList();
        add(files, "results", OpenResultRow.class, all);
        files.add(text("results.sdmx.csv", "application/vnd.sdmx.data+csv", sdmx(round, all)));
        rows.forEach((code, of) -> files.add(json("agency/" + code, of)));
        files.add(json("page/agencies", all.stream().filter(row -> row.node().equals(WHOLE)).toList()));
    }

    /** Returns what everybody may know of the result of an agency. */
    static List<OpenResultRow> rows(Subject round, MaturityModel model, AssessmentInputs one,
            OpenAgencies.Names names) {
        Scorecard official = Scoring.score(model, Inputs.answers(model, one.forWhole(model), Column.OFFICIAL));
        return model.whole().withBelow().stream().map(node -> {
            boolean whole = node.code().isEmpty();
            NodeScore score = official.node(node.code());
            return new OpenResultRow(round.code(), one.agencyCode(), one.agencyName(),
                    names == null ? null : names.nameEn(), one.agencyType(), names == null ? null : names.parent(),
                    whole ? WHOLE : node.code(),
                    whole && !model.hasLevel() || score.exempt() ? null : Integer.valueOf(score.level()),
                    index(model, node, score));
        }).toList();
    }

    private static BigDecimal index(MaturityModel model, Dimension node, NodeScore score) {
        boolean whole = node.code().isEmpty();
        return score.exempt() || whole && !model.hasIndex() || node.restricts() ? null
                : score.index().toDecimal(DIGITS);
    }

    private static <R extends Record> void add(List<OpenFile> files, String name, Class<R> type, List<R> rows) {
        add(files, name, new RowWriter(type, Set.of()), rows);
    }

    private static <R extends Record> void add(List<OpenFile> files, String name, RowWriter writer, List<R> rows) {
        files.add(OpenFile.of(name + ".csv", CSV, writer.csv(rows)));
        files.add(OpenFile.of(name + ".json", JSON, writer.json(rows)));
        files.add(text(name + ".csv-metadata.json", "application/csvm+json", described(name, writer.names(), rows)));
    }

    /** CSV on the Web: what the columns of a file are. */
    private static <R extends Record> String described(String name, List<String> fields, List<R> rows) {
        JsonArrayBuilder columns = Json.createArrayBuilder();
        Map<String, Class<?>> types = rows.isEmpty() ? Map.of()
                : java.util.Arrays.stream(rows.get(0).getClass().getRecordComponents()).collect(
                        Collectors.toMap(java.lang.reflect.RecordComponent::getName,
                                java.lang.reflect.RecordComponent::getType));
        fields.forEach(field -> {
            JsonObjectBuilder column = Json.createObjectBuilder().add("name", field).add("titles", field)
                    .add("datatype", datatype(types.get(field)));
            if (types.get(field) == List.class) {
                column.add("separator", " ");
            }
            columns.add(column);
        });
        return Json.createObjectBuilder().add("@context", "http://www.w3.org/ns/csvw").add("url", name + ".csv")
                .add("tableSchema", Json.createObjectBuilder().add("columns", columns)).build().toString();
    }

    private static String datatype(Class<?> type) {
        return type == null || type == List.class ? "string"
                : switch (type.getSimpleName()) {
                    case "BigDecimal" -> "decimal";
                    case "int", "Integer", "long", "Long" -> "integer";
                    case "boolean", "Boolean" -> "boolean";
                    case "LocalDate" -> "date";
                    default -> "string";
                };
    }

    /** Levels and indexes as observations: an area, a time, what was measured, its value. */
    private static String sdmx(Subject round, List<OpenResultRow> rows) {
        StringBuilder text = new StringBuilder("DATAFLOW,REF_AREA,TIME_PERIOD,NODE,MEASURE,OBS_VALUE\r\n");
        String period = String.valueOf(round.dueOn().getYear());
        rows.forEach(row -> {
            observe(text, row.agency(), period, row.node(), "level",
                    row.level() == null ? null : BigDecimal.valueOf(row.level()));
            observe(text, row.agency(), period, row.node(), "index", row.index());
        });
        return text.toString();
    }

    private static void observe(StringBuilder text, String area, String period, String node, String measure,
            BigDecimal value) {
        if (value != null) {
            text.append("THANG:RESULTS(1.0),").append(area).append(',').append(period).append(',').append(node)
                    .append(',').append(measure).append(',').append(value.toPlainString()).append("\r\n");
        }
    }

    /** Values of targets as observations of the country. */
    private static String sdmx(List<TargetStepRow> steps) {
        StringBuilder text = new StringBuilder("DATAFLOW,REF_AREA,TIME_PERIOD,TARGET,OBS_VALUE\r\n");
        steps.stream().filter(step -> step.kind().equals("value"))
                .forEach(step -> text.append("THANG:TARGETS(1.0),VN,").append(step.on().toString(), 0, 7).append(',')
                        .append(step.target()).append(',').append(step.value().toPlainString()).append("\r\n"));
        return text.toString();
    }

    private static OpenFile text(String name, String type, String content) {
        return OpenFile.of(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    private static OpenFile json(String name, Object content) {
        return text(name, JSON, JSONB.toJson(content));
    }
}
