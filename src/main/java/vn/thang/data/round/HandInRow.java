package vn.thang.data.round;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an agency is in a round. */
@Schema(name = "HandInRow", description = "How far an agency is in a round.", requiredProperties = {"round", "agency",
        "type", "parent", "state", "answered", "applicable", "dueOn", "handedInOn", "handedIn",
        "standing", "daysLate", "submitter", "contacts"})
public record HandInRow(
        @Schema(description = "Code of the round", examples = "2025") String round,
        @Schema(description = "Code of the agency", examples = "15") String agency,
        @Schema(description = "Type of the agency", examples = "province") String type,
        @Schema(description = "Code of the agency above", examples = "VN", nullable = true) String parent,
        @Schema(description = "State of the assessment", examples = "PUBLISHED") String state,
        @Schema(description = "Criteria with an answer", examples = "46", nullable = true) Integer answered,
        @Schema(description = "Criteria to answer", examples = "46", nullable = true) Integer applicable,
        @Schema(description = "Last day, with an extension where there is one", examples = "2025-11-30", implementation = String.class) LocalDate dueOn,
        @Schema(description = "Day of the first submission; null before it", examples = "2025-11-20", implementation = String.class, nullable = true) LocalDate handedInOn,
        @Schema(description = "Whether it has submitted", examples = "true") boolean handedIn,
        @Schema(description = "waiting, overdue, in-time, late, or undated where nobody knows since when", examples = "in-time") String standing,
        @Schema(description = "Days between the last day and the first submission, or today; 0 for none, null where nobody knows", examples = "0", nullable = true) Long daysLate,
        @Schema(description = "Who answers for submitting; null while nobody is named", examples = "Trần Văn Hòa", nullable = true) String submitter,
        @Schema(description = "Officers and heads of the agency, with their addresses where they have one") List<String> contacts) {
}
