package vn.thang.data.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question, measure, recommendation or decision about a figure. */
@Schema(name = "MatterRow", description = "A question, measure, recommendation or decision about a figure.", requiredProperties = {
        "id", "kind", "about", "target", "criterion", "wanted", "agency", "state", "askedAt", "dueOn", "endedAt",
        "late", "money", "words", "answer", "askedBy", "askedFrom", "person", "firstDueOn", "figureValue",
        "figureWanted", "figurePercent", "figureLevel", "figureStatus", "figurePeriod", "figureStanding", "indicator",
        "source", "round", "meeting", "figureMeasured", "figureIndicator", "figureReading", "figureReadingPeriod"})
public record MatterRow(
        @Schema(description = "Number of the matter", examples = "7") long id,
        @Schema(description = "Kind of the matter", examples = "QUESTION") String kind,
        @Schema(description = "What it is about", examples = "TARGET") String about,
        @Schema(description = "Code of the target; null for none", examples = "P1-01", nullable = true) String target,
        @Schema(description = "Code of the criterion or dimension; null for none", examples = "STR.1", nullable = true) String criterion,
        @Schema(description = "Of a measure: the answer, or the value of the reading, to which it is to lead", examples = "4", nullable = true) String wanted,
        @Schema(description = "Code of the agency that is asked", examples = "15") String agency,
        @Schema(description = "How far it is", examples = "OPEN") String state,
        @Schema(examples = "2026-01-10T02:00:00Z", implementation = String.class) Instant askedAt,
        @Schema(description = "Last day", examples = "2026-02-10", implementation = String.class) LocalDate dueOn,
        @Schema(description = "When nothing was left to do; null while it is open", examples = "2026-02-01T02:00:00Z", implementation = String.class, nullable = true) Instant endedAt,
        @Schema(description = "Whether the day is over and something is left to do", examples = "false") boolean late,
        @Schema(description = "Amount that a measure needs, in dong", examples = "1200000000", nullable = true) BigDecimal money,
        @Schema(description = "What was asked", examples = "Vì sao giảm?", nullable = true) String words,
        @Schema(description = "The newest answer", examples = "Do sáp nhập", nullable = true) String answer,
        @Schema(description = "Who asked", examples = "Lê Thị Hoa") String askedBy,
        @Schema(description = "Code of the agency for which it was asked", examples = "VN") String askedFrom,
        @Schema(description = "Who is asked; null for all who answer for the agency", examples = "Trần Văn Hòa", nullable = true) String person,
        @Schema(description = "Last day as it was named at first", examples = "2026-02-10", implementation = String.class) LocalDate firstDueOn,
        @Schema(description = "Figure as it was when it was asked: value of the target, index of the agency, or how many agencies reported the indicator", examples = "42.5", nullable = true) BigDecimal figureValue,
        @Schema(description = "What the target demanded then, or how many agencies were due", examples = "80", nullable = true) BigDecimal figureWanted,
        @Schema(description = "Whether both, or the reading, are percentages", examples = "true") boolean figurePercent,
        @Schema(description = "Level as it was then; null for a target and for readings", examples = "2", nullable = true) Integer figureLevel,
        @Schema(description = "Status of the target then: ok, on, risk, off, few or none; of a source its health; null for others", examples = "risk", nullable = true) String figureStatus,
        @Schema(description = "Round or period of the figure, of a source the day of its last batch; null where there was none", examples = "2025", nullable = true) String figurePeriod,
        @Schema(description = "What results could be called then: end of a key of texts", examples = "result.official", nullable = true) String figureStanding,
        @Schema(description = "Code of the indicator whose coverage or reading it is about; null for none", examples = "systems_connected", nullable = true) String indicator,
        @Schema(description = "Code of the source of readings; null for none", examples = "ndxp", nullable = true) String source,
        @Schema(description = "Code of the round of the result; null where it is about none", examples = "2025", nullable = true) String round,
        @Schema(description = "Number of the meeting that decided it; null for none", examples = "3", nullable = true) Long meeting,
        @Schema(description = "Level that was measured of the criterion then; null where nothing measured it", examples = "3", nullable = true) Integer figureMeasured,
        @Schema(description = "Code of the indicator of the reading or the coverage in the figure; null for none", examples = "systems_connected", nullable = true) String figureIndicator,
        @Schema(description = "Value of the reading then; null where there was none", examples = "40.5", nullable = true) BigDecimal figureReading,
        @Schema(description = "Period of that reading as people read it", examples = "2026-Q1", nullable = true) String figureReadingPeriod) {
}
