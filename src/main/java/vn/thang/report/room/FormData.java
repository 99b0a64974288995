package vn.thang.report.room;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.report.form.FormMarks;
import vn.thang.report.form.FormSample;
import vn.thang.report.form.FormValues;
import vn.thang.report.form.FormValues.Value;
import vn.thang.report.room.Report.Column;
import vn.thang.report.room.Report.Parameter;

/** What a form of a report sees: the columns of its rows and what it was asked for, in words and as they are; nothing besides. */
record FormData(Report report, Locale language) {

    private static final Set<String> SUMMED = Set.of("integer", "decimal");
    private static final int DIGITS = 2;
    private static final String HEAD = "head.";
    private static final String SUM = "sum.";

    /** Whether a report can have forms: it has rows. */
    static boolean formable(Report report) {
        return !report.columns().isEmpty();
    }

    private String text(String key, Object... arguments) {
        return Texts.text(language, key, arguments);
    }

    /** The marks of the report with what they mean. */
    FormMarks marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        for (String fact : List.of("report.title", "report.purpose", "run.day", "run.moment", "run.person", "run.rows",
                "run.restricted")) {
            marks.put(fact, text("report.form.mark." + fact));
        }
        report.parameters().stream().filter(parameter -> parameter != Parameter.SAMPLE)
                .forEach(parameter -> {
                    String name = "ask." + parameter.key();
                    marks.put(name, text("report.parameter." + parameter.key()));
                    if (parameter == Parameter.ROUND) {
                        marks.put(name + ".code", text("report.form.mark.code", text("report.parameter.round")));
                        marks.put(name + ".standing", text("report.form.mark.standing"));
                        marks.put(name + ".model", text("report.file.model"));
                    }
                });
        marks.put(FormMarks.ROW + "number", text("report.form.mark.number"));
        for (Column column : report.columns()) {
            String head = column.head().in(language);
            marks.put(FormMarks.ROW + column.id(), text("report.form.mark.row", head));
            marks.put(HEAD + column.id(), text("report.form.mark.head", head));
            if (SUMMED.contains(column.format())) {
                marks.put(SUM + column.id(), text("report.form.mark.sum", head));
            }
        }
        return new FormMarks(marks);
    }

    FormSample sample() {
        List<String> facts = new ArrayList<>();
        if (report.asks(Parameter.ROUND)) {
            facts.add("ask.round");
        }
        if (report.asks(Parameter.AGENCY)) {
            facts.add("ask.agency");
        }
        facts.addAll(List.of("run.moment", "run.person", "run.rows"));
        return new FormSample(report.columns().stream()
                .map(column -> new FormSample.Column(column.id(), column.width(), column.format()))
                .toList(), facts, marks(), language);
    }

    /** Puts together what fills a form. */
    FormValues values(ReportAsking.Asked asked, ReportWords words, List<Map<String, Object>> rows, Instant now,
            String person) {
        Map<String, Value> facts = new HashMap<>();
        facts.put("report.title", Value.of(report.title().in(language)));
        facts.put("report.purpose", Value.of(report.purpose().in(language)));
        facts.put("run.day", value("day", now.atZone(Time.ZONE).toLocalDate()));
        facts.put("run.moment", value("moment", now));
        facts.put("run.person", Value.of(person));
        facts.put("run.rows", value("integer", rows.size()));
        facts.put("run.restricted", Value.of(text("report.file.restricted.text")));
        if (asked.round() != null) {
            facts.put("ask.round", Value.of(asked.round().name()));
            facts.put("ask.round.code", Value.of(asked.round().code()));
            facts.put("ask.round.standing", Value.of(text(vn.thang.assessment.course.ResultStanding
                    .of(asked.round().state()).key())
                    + (asked.round().rehearsal() ? " · " + text("report.file.rehearsal") : "")));
            facts.put("ask.round.model", Value.of(asked.round().modelRef()));
        }
        facts.put("ask.earlier", Value.of(asked.earlier() == null ? null : asked.earlier().name()));
        facts.put("ask.agency", Value.of(asked.agency() == null ? null : asked.agency().name()));
        facts.put("ask.day", value("day", asked.day()));
        facts.put("ask.since", value("day", asked.since()));
        for (Column column : report.columns()) {
            facts.put(HEAD + column.id(), Value.of(column.head().in(language)));
            if (SUMMED.contains(column.format())) {
                facts.put(SUM + column.id(), value(column.format(), rows.stream().map(row -> row.get(column.id()))
                        .filter(Number.class::isInstance).map(number -> new BigDecimal(number.toString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
            }
        }
        List<Map<String, Value>> told = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Value> one = new HashMap<>();
            one.put(FormMarks.ROW + "number", value("integer", told.size() + 1));
            report.columns().forEach(column -> one.put(FormMarks.ROW + column.id(),
                    value(column, row.get(column.id()), words)));
            told.add(one);
        }
        return new FormValues(facts, told);
    }

    private Value value(Column column, Object value, ReportWords words) {
        if (value == null || value.toString().isEmpty()) {
            return FormValues.NOTHING;
        }
        if (column.words().isPresent()) {
            return Value.of(words.of(column.words().get(), value.toString()));
        }
        return column.format().equals("level") && value.toString().matches("\\d")
                ? value("integer", Integer.valueOf(value.toString())) : value(column.format(), value);
    }

    private Value value(String format, Object value) {
        return switch (value) {
            case null -> FormValues.NOTHING;
            case Number number when format.equals("percent") -> new Value(number,
                    Formats.percent(new BigDecimal(number.toString()).movePointRight(DIGITS), language));
            case Number number when format.equals("decimal") -> new Value(number, Formats.decimal(number, language));
            case Number number -> new Value(number, Formats.number(number, language));
            case LocalDate day -> new Value(day, Texts.day(language, day));
            case Instant moment ->
                new Value(LocalDateTime.ofInstant(moment, Time.ZONE), Texts.moment(language, moment));
            default -> Value.of(value.toString());
        };
    }
}
