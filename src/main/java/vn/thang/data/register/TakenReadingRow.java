package vn.thang.data.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reading that was taken. A correction is another one, and the newest holds. */
@Schema(name = "TakenReadingRow", description = "A reading that was taken. A correction is another one, and the newest holds.", requiredProperties = {
        "id", "indicator", "period", "periodBegin", "agency", "source", "way", "numerator", "denominator", "value",
        "measuredAt", "arrivedAt", "replaced", "standing", "sha256"})
public record TakenReadingRow(
        @Schema(description = "Number of the reading", examples = "4711") long id,
        @Schema(description = "Code of the indicator", examples = "systems_connected") String indicator,
        @Schema(description = "Period as it is written", examples = "2026-Q1") String period,
        @Schema(description = "First day of the period", examples = "2026-01-01", implementation = String.class) LocalDate periodBegin,
        @Schema(description = "Code of the agency", examples = "15") String agency,
        @Schema(description = "Source", examples = "ndxp") String source,
        @Schema(description = "How it came", examples = "PUSH") String way,
        @Schema(examples = "3", nullable = true) BigDecimal numerator,
        @Schema(examples = "4", nullable = true) BigDecimal denominator,
        @Schema(examples = "0.75") BigDecimal value,
        @Schema(description = "When it was measured; null for unknown", examples = "2026-04-02T02:00:00Z", implementation = String.class, nullable = true) Instant measuredAt,
        @Schema(description = "When it came", examples = "2026-04-02T02:05:00Z", implementation = String.class) Instant arrivedAt,
        @Schema(description = "Whether another one stands in its place", examples = "false") boolean replaced,
        @Schema(description = "taken; waits while somebody has to confirm it; confirmed", examples = "taken") String standing,
        @Schema(description = "Hash of what was said", examples = "9f2c") String sha256) {
}
