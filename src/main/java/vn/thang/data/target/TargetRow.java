package vn.thang.data.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Demand;

/** A target of the programme with its value of today and its forecast. */
@Schema(name = "TargetRow", description = "A target of the programme with its value of today and its forecast.", requiredProperties = {
        "target", "name", "group", "dueOn", "relation", "demanded", "unit", "period", "value", "expected", "reported",
        "due", "confidence", "forecastLow", "forecastMiddle", "forecastHigh", "chance", "status",
        "preliminary", "stale", "low", "high", "planned", "ifKept", "asBefore", "errorRate", "errorBound"})
public record TargetRow(
        @Schema(description = "Code of the target", examples = "P1-01") String target,
        @Schema(description = "In the language that is asked for", examples = "Tỷ lệ cơ quan") String name,
        @Schema(description = "Group of tasks", examples = "data") String group,
        @Schema(description = "Day by which it is to be reached", examples = "2027-12-31", implementation = String.class) LocalDate dueOn,
        @Schema(description = "How the value compares with what is demanded", examples = "≥") String relation,
        @Schema(description = "In the unit of the target", examples = "80") BigDecimal demanded,
        @Schema(description = "Unit of the value", examples = "percent") String unit,
        @Schema(description = "Period or round of the value; null without one", examples = "2025", nullable = true) String period,
        @Schema(description = "Value of today with six decimals; null without one", examples = "42.5", nullable = true) BigDecimal value,
        @Schema(description = "What the trajectory expects today", examples = "50", nullable = true) BigDecimal expected,
        @Schema(description = "Agencies that reported", examples = "56", nullable = true) Long reported,
        @Schema(description = "Agencies that were due", examples = "56", nullable = true) Long due,
        @Schema(description = "WEAK, DECLARED, SUPPORTED or VERIFIED", examples = "SUPPORTED", nullable = true) String confidence,
        @Schema(description = "Lower end of the 80 per cent interval at the due day", examples = "60.1", nullable = true) BigDecimal forecastLow,
        @Schema(description = "Middle of the forecast", examples = "70.2", nullable = true) BigDecimal forecastMiddle,
        @Schema(description = "Upper end of the interval", examples = "80.3", nullable = true) BigDecimal forecastHigh,
        @Schema(description = "Chance in per cent that it is reached", examples = "35", nullable = true) BigDecimal chance,
        @Schema(description = "ok, on, risk, off, few or none", examples = "risk") String status,
        @Schema(description = "Whether the value comes of a round that is not published, since none speaks for the country yet", examples = "false") boolean preliminary,
        @Schema(description = "Whether the value is older than its indicator allows, or than a year where rounds give it; null without one, and in what was made public before it was told", examples = "false", nullable = true) Boolean stale,
        @Schema(description = "What the value is if all who are missing fail; null without one, and where too few are missing of something restricted", examples = "40.1", nullable = true) BigDecimal low,
        @Schema(description = "What it is if all who are missing reach everything", examples = "45.8", nullable = true) BigDecimal high,
        @Schema(description = "Agencies that reach the level, or add to what is measured, by their plans; null where plans are not summed", examples = "9", nullable = true) Long planned,
        @Schema(description = "Share in per cent once all plans due until then are kept", examples = "78.4", nullable = true) BigDecimal ifKept,
        @Schema(description = "The same once as many are kept as before; null while nothing was due", examples = "74.2", nullable = true) BigDecimal asBefore,
        @Schema(description = "Share in per cent of the answers behind the value that audit samples found wrong, every part by its size, with six decimals; null where none was drawn", examples = "2.5", nullable = true) BigDecimal errorRate,
        @Schema(description = "That share is at most this at 95 per cent; rather too high where the sample was divided", examples = "6.1", nullable = true) BigDecimal errorBound) {

    /** A figure of the target as pages show it: to one decimal, and never on the other side of what is demanded. */
    public BigDecimal rounded(BigDecimal figure) {
        Demand.Relation asked = Arrays.stream(Demand.Relation.values()).filter(one -> one.shown().equals(relation))
                .findFirst().orElseThrow();
        return new Demand(asked, demanded, Demand.Unit.of(unit)).shown(Fraction.of(figure), 1);
    }
}
