package vn.thang.data.register;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer above its measured level, with what became of it. */
@Schema(name = "DiscrepancyRow", description = "An answer above its measured level, with what became of it.", requiredProperties = {
        "id", "round", "agency", "criterion", "dimension", "state", "declared", "measured", "lapsed", "indicator",
        "period", "value", "late", "openedAt", "explanation", "explainedAt", "reason", "decidedAt", "endedAt"})
public record DiscrepancyRow(
        @Schema(description = "Number of the entry", examples = "12") long id,
        @Schema(description = "Code of the round", examples = "2025") String round,
        @Schema(description = "Code of the agency", examples = "15") String agency,
        @Schema(description = "Code of the criterion", examples = "INF.3") String criterion,
        @Schema(description = "Code of the dimension", examples = "INF") String dimension,
        @Schema(description = "How it stands; EXPLAINED until a decision on it is issued", examples = "OPEN") String state,
        @Schema(description = "Level that was declared", examples = "4") int declared,
        @Schema(description = "Level that was measured; null where none was ever known", examples = "2", nullable = true) Integer measured,
        @Schema(description = "Whether nothing is measured, and the level, where there is one, is the last known one", examples = "false") boolean lapsed,
        @Schema(description = "Code of the indicator", examples = "systems_connected") String indicator,
        @Schema(description = "Period of the reading; the first that is missing where there never was one", examples = "2026-Q1") String period,
        @Schema(description = "Value of the reading; null with the level", examples = "0.4", nullable = true) BigDecimal value,
        @Schema(description = "Whether it opened after the agency had submitted", examples = "false") boolean late,
        @Schema(examples = "2025-11-20T02:00:00Z", implementation = String.class) Instant openedAt,
        @Schema(description = "What the agency said of it", examples = "Số liệu cũ", nullable = true) String explanation,
        @Schema(examples = "2025-11-25T02:00:00Z", implementation = String.class, nullable = true) Instant explainedAt,
        @Schema(description = "Reason of the decision; null before it is issued", examples = "Đã kiểm tra", nullable = true) String reason,
        @Schema(examples = "2025-12-02T02:00:00Z", implementation = String.class, nullable = true) Instant decidedAt,
        @Schema(description = "When it ceased to stand", examples = "2025-12-03T02:00:00Z", implementation = String.class, nullable = true) Instant endedAt) {
}
