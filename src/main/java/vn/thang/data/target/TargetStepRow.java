package vn.thang.data.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One value of a target: of the past, of a period that is not covered, or of the forecast. */
@Schema(name = "TargetStepRow", description = "One value of a target: of the past, of a period that is not covered, or of the forecast.", requiredProperties = {
        "target", "kind", "period", "on", "value", "reached", "inScope", "low", "high", "confidence", "reported",
        "due", "comparable"})
public record TargetStepRow(
        @Schema(description = "Code of the target", examples = "P1-01") String target,
        @Schema(description = "value, partial or forecast", examples = "value") String kind,
        @Schema(description = "Period or round; null for a step of the forecast", examples = "2025", nullable = true) String period,
        @Schema(description = "Day that it is about", examples = "2025-11-30", implementation = String.class) LocalDate on,
        @Schema(description = "With six decimals", examples = "42.5") BigDecimal value,
        @Schema(description = "Agencies that reached it; where figures are pooled the sum of their numerators; null for a figure of the country", examples = "24", nullable = true) Long reached,
        @Schema(description = "Agencies in scope; where figures are pooled the sum of the denominators that came", examples = "56", nullable = true) Long inScope,
        @Schema(description = "Of the forecast: lower end of the 80 per cent interval", examples = "40.1", nullable = true) BigDecimal low,
        @Schema(description = "Of the forecast: upper end", examples = "44.9", nullable = true) BigDecimal high,
        @Schema(description = "How far a figure of rounds and the value of today can be relied on: WEAK, DECLARED, SUPPORTED or VERIFIED", examples = "SUPPORTED", nullable = true) String confidence,
        @Schema(description = "Agencies that reported or handed in; null for a step of the forecast", examples = "54", nullable = true) Long reported,
        @Schema(description = "Agencies that were due to", examples = "56", nullable = true) Long due,
        @Schema(description = "Whether it is of the same kind as the value of today: false where its definition, or the version of the model that it rests on, has changed since so that no change may be read between them", examples = "true") Boolean comparable) {
}
