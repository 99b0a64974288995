package vn.thang.data.register;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step in the course of a matter; it never changes. */
@Schema(name = "MatterStepRow", description = "A step in the course of a matter; it never changes.", requiredProperties = {
        "id", "matter", "step", "words", "dueOn", "takenBy", "takenAt"})
public record MatterStepRow(
        @Schema(description = "Number of the step", examples = "12") long id,
        @Schema(description = "Number of the matter", examples = "7") long matter,
        @Schema(description = "What was done: ASKED, ANSWER, ACCEPT, ASK_AGAIN, MOVE, CLOSE, DROP, SUCCEEDED or ORPHANED", examples = "ANSWER") String step,
        @Schema(description = "What was said; null where nothing had to be", examples = "Do sáp nhập", nullable = true) String words,
        @Schema(description = "Last day after the step", examples = "2026-02-10", implementation = String.class) LocalDate dueOn,
        @Schema(description = "Who took it; null where it followed by itself", examples = "Trần Văn Hòa", nullable = true) String takenBy,
        @Schema(examples = "2026-02-01T02:00:00Z", implementation = String.class) Instant takenAt) {
}
