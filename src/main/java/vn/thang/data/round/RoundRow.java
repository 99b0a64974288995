package vn.thang.data.round;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A round that has begun. */
@Schema(name = "RoundRow", description = "A round that has begun.", requiredProperties = {"round", "name", "model",
        "opensOn", "dueOn", "state", "standing", "rehearsal", "scope", "agencies", "handedIn"})
public record RoundRow(
        @Schema(description = "Code of the round", examples = "2025") String round,
        @Schema(examples = "Đợt 2025") String name,
        @Schema(description = "Version of the model", examples = "vn-dgm/1.0") String model,
        @Schema(description = "First day of answering", examples = "2025-09-01", implementation = String.class) LocalDate opensOn,
        @Schema(description = "Last day of answering", examples = "2025-11-30", implementation = String.class) LocalDate dueOn,
        @Schema(description = "OPEN, CLOSED, PUBLISHED or WITHDRAWN", examples = "PUBLISHED") String state,
        @Schema(description = "What its results may be called: PRELIMINARY, OFFICIAL or WITHDRAWN", examples = "OFFICIAL") String standing,
        @Schema(description = "Whether it is a rehearsal, which enters no figure", examples = "false") boolean rehearsal,
        @Schema(description = "Types of agency that take part") List<String> scope,
        @Schema(description = "Agencies that take part", examples = "56") long agencies,
        @Schema(description = "Agencies that have submitted", examples = "56") long handedIn) {
}
