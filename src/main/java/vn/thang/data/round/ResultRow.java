package vn.thang.data.round;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of an agency for one node of the model, in the declared and the official column. */
@Schema(name = "ResultRow", description = "The result of an agency for one node of the model, in the declared and the official column.", requiredProperties = {
        "round", "agency", "type", "node", "level", "index", "exact", "declaredLevel", "declaredIndex", "declaredExact",
        "weight", "total", "reached", "standing", "confidence"})
public record ResultRow(
        @Schema(description = "Code of the round", examples = "2025") String round,
        @Schema(description = "Code of the agency", examples = "15") String agency,
        @Schema(description = "Type of the agency", examples = "province") String type,
        @Schema(description = "Code of the node; whole for the whole", examples = "STR") String node,
        @Schema(description = "Official level; 0 for none reached, null for a node that is exempt", examples = "3", nullable = true) Integer level,
        @Schema(description = "Official index; with one decimal where restricted answers count in it and the caller may not read them", examples = "3.1428571429", nullable = true) BigDecimal index,
        @Schema(description = "Official index without any rounding; null where it is shown with one decimal", examples = "22/7", nullable = true) String exact,
        @Schema(description = "Level as the agency declared", examples = "4", nullable = true) Integer declaredLevel,
        @Schema(description = "Index as the agency declared, shown likewise", examples = "3.5", nullable = true) BigDecimal declaredIndex,
        @Schema(description = "Declared index without any rounding", examples = "7/2", nullable = true) String declaredExact,
        @Schema(description = "What it weighs among its siblings; 0 for the whole", examples = "9", nullable = true) Long weight,
        @Schema(description = "Sum of what its children weigh", examples = "9", nullable = true) Long total,
        @Schema(description = "Of that, what stands at each level or above, from 1 on; empty where restricted answers count in it and the caller may not read them") List<Long> reached,
        @Schema(description = "PRELIMINARY, OFFICIAL or WITHDRAWN", examples = "OFFICIAL") String standing,
        @Schema(description = "How far the result of the agency can be relied on, the same for all its nodes: VERIFIED, SUPPORTED or DECLARED", examples = "SUPPORTED") String confidence) {
}
