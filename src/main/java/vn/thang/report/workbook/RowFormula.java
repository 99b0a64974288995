package vn.thang.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula with places for the rows of an agency: put together once, filled for every agency.
 *
 * @param texts  what stands before each place, and after the last
 * @param places what is filled in between
 */
record RowFormula(List<String> texts, List<Place> places) {

    static final String ANSWER_ROW = "{answer}";
    static final String OWN_ROW = "{own}";
    private static final Pattern PLACE = Pattern.compile("\\{(answer|own|dimension)(\\d*)}");

    /**
     * The rows of an agency, from 1.
     *
     * @param answer    on the sheet of answers
     * @param dimension first of its block on the sheet of dimensions
     * @param own       of the cell itself
     */
    record Rows(int answer, int dimension, int own) {
    }

    /** @param further rows after the first of the block of dimensions */
    private record Place(String row, int further) {
        int in(Rows rows) {
            return switch (row) {
                case "answer" -> rows.answer();
                case "own" -> rows.own();
                default -> rows.dimension() + further;
            };
        }
    }

    static String dimensionRow(int further) {
        return "{dimension" + further + "}";
    }

    static RowFormula of(String text) {
        List<String> texts = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        int end = 0;
        for (Matcher place = PLACE.matcher(text); place.find(); end = place.end()) {
            texts.add(text.substring(end, place.start()));
            places.add(new Place(place.group(1), place.group(2).isEmpty() ? 0 : Integer.parseInt(place.group(2))));
        }
        texts.add(text.substring(end));
        return new RowFormula(List.copyOf(texts), List.copyOf(places));
    }

    String at(Rows rows) {
        StringBuilder formula = new StringBuilder(texts.get(0));
        for (int i = 0; i < places.size(); i++) {
            formula.append(places.get(i).in(rows)).append(texts.get(i + 1));
        }
        return formula.toString();
    }
}
