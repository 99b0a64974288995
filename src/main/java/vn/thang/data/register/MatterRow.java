package vn.thang.data.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question, measure, recommendation or decision about a figure. */
@Schema(name = "MatterRow", description = "A question, measure, recommendation or decision about a figure.", requiredProperties = {
        "id", "kind", "about", "target", "criterion", "wanted", "agency", "state", "askedAt", "dueOn", "endedAt",
        "late", "money", "words", "answer", "askedBy", "askedFrom", "person", "firstDueOn", "figureValue",
        "figureWanted", "figurePercent", "figureLevel", "figureStatus", "figurePeriod", "figureStanding"})
public record MatterRow(
        @Schema(description = "Number of the matter", examples = "7") long id,
        @Schema(description = "Kind of the matter", examples = "QUESTION") String kind,
        @Schema(description = "What it is about", examples = "TARGET") String about,
        @Schema(description = "Code of the target; null for none", examples = "P1-01", nullable = true) String target,
        @Schema(description = "Code of the criterion; null for none", examples = "STR.1", nullable = true) String criterion,
        @Schema(description = "Of a measure: the answer to which it is to lead", examples = "4", nullable = true) String wanted,
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
        @Schema(description = "Figure as it was when it was asked: value of the target, index of the agency", examples = "42.5", nullable = true) BigDecimal figureValue,
        @Schema(description = "What the target demanded then", examples = "80", nullable = true) BigDecimal figureWanted,
        @Schema(description = "Whether both are percentages", examples = "true") boolean figurePercent,
        @Schema(description = "Level as it was then; null for a target", examples = "2", nullable = true) Integer figureLevel,
        @Schema(description = "Status of the target then: ok, on, risk, off, few or none; null for others", examples = "risk", nullable = true) String figureStatus,
        @Schema(description = "Round or period of the figure; null where there was none", examples = "2025", nullable = true) String figurePeriod,
        @Schema(description = "What results could be called then: end of a key of texts", examples = "result.official", nullable = true) String figureStanding) {
}
