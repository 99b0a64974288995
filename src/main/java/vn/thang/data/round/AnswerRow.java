package vn.thang.data.round;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of an agency to one criterion in all columns, with the cause of what counts. */
@Schema(name = "AnswerRow", description = "The answer of an agency to one criterion in all columns, with the cause of what counts.", requiredProperties = {
        "round", "agency", "type", "node", "criterion", "declared", "supported", "measured", "confirmed", "official",
        "cause", "standing"})
public record AnswerRow(
        @Schema(description = "Code of the round", examples = "2025") String round,
        @Schema(description = "Code of the agency", examples = "15") String agency,
        @Schema(description = "Type of the agency", examples = "province") String type,
        @Schema(description = "Code of the dimension", examples = "STR") String node,
        @Schema(description = "Code of the criterion", examples = "STR.1") String criterion,
        @Schema(description = "What the agency chose: a level or option", examples = "4", nullable = true) String declared,
        @Schema(description = "What the evidence supports", examples = "3", nullable = true) String supported,
        @Schema(description = "Level of the reading", examples = "3", nullable = true) Integer measured,
        @Schema(description = "What a reviewer or the panel set; null before it is issued", examples = "3", nullable = true) String confirmed,
        @Schema(description = "What counts; exempt for an exemption", examples = "3", nullable = true) String official,
        @Schema(description = "Why it counts: declared, evidence-missing, evidence-expired, reading-cap, reading-replace, reviewer, panel or exempt", examples = "evidence-missing", nullable = true) String cause,
        @Schema(description = "PRELIMINARY, OFFICIAL or WITHDRAWN", examples = "OFFICIAL") String standing) {
}
