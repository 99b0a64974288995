package vn.thang.data.target;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the agencies of a type that were due have reported for a period of a target. */
@Schema(name = "CoverageRow", description = "How many of the agencies of a type that were due have reported for a period of a target.", requiredProperties = {
        "target", "indicator", "period", "carries", "type", "due", "reported"})
public record CoverageRow(
        @Schema(description = "Code of the target", examples = "P1-02") String target,
        @Schema(description = "Code of the indicator; null for maturity", examples = "systems_connected", nullable = true) String indicator,
        @Schema(description = "Period or round", examples = "2026-Q1") String period,
        @Schema(description = "Whether the period carries the value of the target", examples = "true") boolean carries,
        @Schema(description = "Type of agency; null for all in scope", examples = "province", nullable = true) String type,
        @Schema(description = "Agencies that were due", examples = "34") long due,
        @Schema(description = "Agencies that reported", examples = "30") long reported) {
}
