package vn.thang.report.room;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thang.assessment.course.Shown;
import vn.thang.platform.Texts;
import vn.thang.security.Permission;

/**
 * A report as data: what it is for, who may take it, what it is asked for by, and what stands in which column. Rows come from a
 * statement, from what a use case computes, or the report has a page of its own.
 *
 * @param national   whether the permission has to hold for the whole country; otherwise for the agency that is asked for
 * @param shows      what of assessments its rows are, by which they are left out for those to whom it is not shown yet;
 *                   whoever has rows on criteria has to say it
 * @param query      the statement that gives the rows, with columns named as in {@code columns}
 * @param reads      name of the {@link vn.thang.platform.ReportRows} that give the rows
 * @param makes      name of the {@link vn.thang.platform.work.ReportContent} that makes the whole file
 * @param page       address of the page where the report is made, from the root of the application
 */
public record Report(String id, Wording title, Wording purpose, Permission permission, boolean national,
        Optional<Showing> shows, List<Parameter> parameters, List<Format> formats, Optional<String> query,
        Optional<String> reads,
        Optional<String> makes, Optional<String> page, List<Column> columns, List<Summary> summaries,
        List<Chart> charts) {

    /** The path of the agency that a row is about, by which rows out of reach are left out. */
    static final String PATH = "agency_path";
    /** The criterion that a row is about, by which rows on restricted answers are left out. */
    static final String CRITERION = "criterion";
    /** The indicator that a row is about, by which readings of restricted criteria are left out. */
    static final String INDICATOR = "indicator";

    /** The id of the assessment that a row is about, and its state, by which rows are left out that are not shown yet. */
    static final String ASSESSMENT = "assessment";
    static final String COURSE = "course";
    /** Whether the head of the agency has sent the objection that a row belongs to; rows that belong to none need no such column. */
    static final String SENT = "sent";

    public Report {
        parameters = List.copyOf(parameters);
        formats = List.copyOf(formats);
        columns = List.copyOf(columns);
        summaries = List.copyOf(summaries);
        charts = List.copyOf(charts);
    }

    /** What a report can be asked for by, with the parameters of statements that it gives. */
    public enum Parameter {
        ROUND("round"), EARLIER("earlier"), AGENCY("path"), DAY("day"), SINCE("since"), SAMPLE("sample");

        private final String bound;

        Parameter(String bound) {
            this.bound = bound;
        }

        /** The name of the parameter in statements. */
        public String bound() {
            return bound;
        }

        /** The name of the parameter in definitions, forms and the list of runs. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the rows of a report are in the course of an assessment. */
    public enum Showing {
        /** No part of it: the agency alone says who sees them. */
        AGENCIES(null), ANSWERS(Shown.ANSWERS, ASSESSMENT, COURSE), VERDICTS(Shown.VERDICTS, ASSESSMENT, COURSE),
        EXEMPTIONS(Shown.EXEMPTIONS, ASSESSMENT, COURSE),
        /** Objections, which others see once the head of the agency has sent them. */
        OBJECTIONS(null, ASSESSMENT, COURSE, SENT);

        private final Shown shown;
        private final List<String> needs;

        Showing(Shown shown, String... needs) {
            this.shown = shown;
            this.needs = List.of(needs);
        }

        /** What it is in the table of what is shown when; empty where that table does not decide. */
        Optional<Shown> shown() {
            return Optional.ofNullable(shown);
        }

        /** The columns by which it is decided. */
        List<String> needs() {
            return needs;
        }
    }

    /** The formats of files: one for people who reckon, one for machines. */
    public enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), CSV("text/csv;charset=UTF-8"),
        ZIP("application/zip");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A text in every language, by the code of the language. */
    public record Wording(Map<String, String> texts) {

        public String in(Locale language) {
            return texts.get(Texts.language(language.getLanguage()).getLanguage());
        }
    }

    /**
     * A column of the rows.
     *
     * @param width   in characters
     * @param format  of its cells
     * @param words   how its values are put into words for people: the beginning of a key of texts, or one of
     *                {@link ReportWords#NAMES}; machines get the value itself
     * @param formula what computes the value in a workbook, of other columns of the row; machines get the value
     * @param judge   whether it names somebody who judged: the name is left out for those to whom it is not shown
     */
    public record Column(String id, Wording head, int width, String format, Optional<String> words,
            Optional<String> formula, boolean judge) {

        static final Set<String> FORMATS = Set.of("text", "wrapped", "integer", "decimal", "percent", "level", "day",
                "moment");
    }

    /**
     * A table over the rows of a workbook: how many rows have which value in one column, and which in another. Its cells are
     * formulas.
     *
     * @param rows    column whose values are the rows of the table
     * @param columns column whose values are the columns of the table
     */
    public record Summary(Wording title, String rows, String columns) {
    }

    /**
     * A chart of the numbers in some columns, a bar for each row. It stands over a table whose cells are formulas.
     *
     * @param label  columns that say what a bar is about
     * @param values columns with the numbers
     * @param where  which values rows of the chart have in some columns; an empty one is none
     */
    public record Chart(Wording title, List<String> label, List<String> values, Map<String, String> where) {

        public Chart {
            label = List.copyOf(label);
            values = List.copyOf(values);
            where = Map.copyOf(where);
        }
    }

    public boolean asks(Parameter parameter) {
        return parameters.contains(parameter);
    }

    Column column(String columnId) {
        return columns.get(place(columnId));
    }

    /** The place of a column, from 0; -1 where there is none. */
    int place(String columnId) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(columnId)) {
                return i;
            }
        }
        return -1;
    }
}
