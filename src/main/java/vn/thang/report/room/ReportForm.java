package vn.thang.report.room;

import java.time.Instant;
import java.util.List;
import vn.thang.report.form.FormKind;

/**
 * A form that the ministry designed for a report: it is filled with the rows of that report, as far as whoever asks may see them.
 *
 * @param report    name of the definition
 * @param versions  how many there are
 * @param published number of the version that is in use; null for none
 */
public record ReportForm(long id, String report, String name, FormKind kind, String person, Instant madeAt,
        int versions, Integer published) {

    /** How far a version is. Each of them was free of faults when it was uploaded. */
    public enum State {
        TRIAL, KEPT, PUBLISHED, WITHDRAWN
    }

    /**
     * A version of a form.
     *
     * @param tried whether a run of it has been finished, without which it is not kept
     */
    public record Version(long id, long form, int number, String fileName, String sha256, State state, String uploader,
            Instant uploadedAt, String keeper, Instant keptAt, String publisher, Instant publishedAt,
            String withdrawer, Instant withdrawnAt, boolean tried) {

        /** Whether it waits for its trial or for being kept. */
        public boolean trial() {
            return state == State.TRIAL;
        }

        /** Whether it can be published, for the first time or again. */
        public boolean publishable() {
            return state == State.KEPT || state == State.WITHDRAWN;
        }

        /** Whether reports are made by it. */
        public boolean published() {
            return state == State.PUBLISHED;
        }
    }

    /** A version as reports ask for it: of which report and kind it is, and whether it is in use. */
    record Filling(long version, String report, String name, FormKind kind, State state) {
    }

    /** A form with its versions, the newest first. */
    public record Whole(ReportForm form, List<Version> versions) {
    }
}
