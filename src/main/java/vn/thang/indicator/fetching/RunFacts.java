package vn.thang.indicator.fetching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * What a run saw beside the readings it gave.
 *
 * @param requests   how often a server was asked, attempts that failed included
 * @param documents  answers that came
 * @param rows       rows of which readings were made
 * @param blank      rows without a value
 * @param left       rows that do not count by the mapping
 * @param datasets   of a catalogue
 * @param promised   datasets that the catalogue said it has; -1 where it says nothing
 * @param unreadable entries that are no datasets
 * @param repeated   datasets that came more than once
 * @param asked      addresses of datasets that were asked in this run
 * @param unasked    addresses of which nothing is known yet
 * @param unmapped   publishers that are no agency here, with their datasets
 * @param leftOut    the first of the values and entries of a catalogue that were left out
 * @param allLeftOut how many there were
 */
public record RunFacts(int requests, int documents, int rows, int blank, int left, int datasets, long promised,
        int unreadable, int repeated,
        int asked, int unasked, Map<String, Integer> unmapped, List<LeftOut> leftOut, int allLeftOut) {

    private static final int MOST_LEFT_OUT = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    static final RunFacts NONE = new RunFacts(0, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0, Map.of(), List.of(), 0);

    public RunFacts {
        leftOut = leftOut == null ? List.of() : leftOut.stream().limit(MOST_LEFT_OUT).toList();
    }

    /** Of a run that only asked. */
    public static RunFacts of(int requests, int documents) {
        return NONE.with(requests, documents);
    }

    /** Of rows of readings. */
    public static RunFacts ofRows(int rows, int blank, int left) {
        return new RunFacts(0, 0, rows, blank, left, 0, -1, 0, 0, 0, 0, Map.of(), List.of(), 0);
    }

    /** Of a catalogue that was read. */
    public static RunFacts ofCatalogue(int datasets, long promised, int unreadable, int repeated,
            List<LeftOut> leftOut) {
        return new RunFacts(0, 0, 0, 0, 0, datasets, promised, unreadable, repeated, 0, 0, Map.of(), leftOut,
                leftOut.size());
    }

    public RunFacts with(int newRequests, int newDocuments) {
        return new RunFacts(newRequests, newDocuments, rows, blank, left, datasets, promised, unreadable, repeated,
                asked, unasked, unmapped, leftOut, allLeftOut);
    }

    /** Of a catalogue of which readings were made. */
    public RunFacts taken(int newRows, Map<String, Integer> newUnmapped) {
        return new RunFacts(requests, documents, newRows, blank, left, datasets, promised, unreadable, repeated, asked,
                unasked, newUnmapped, leftOut, allLeftOut);
    }

    public RunFacts asked(int newAsked, int newUnasked) {
        return new RunFacts(requests, documents, rows, blank, left, datasets, promised, unreadable, repeated, newAsked,
                newUnasked, unmapped, leftOut, allLeftOut);
    }

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RunFacts of(String json) {
        try {
            return json == null ? NONE : JSON.readValue(json, RunFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
