package vn.thang.data.catalog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator whose readings are taken. */
@Schema(name = "IndicatorRow", description = "An indicator whose readings are taken.", requiredProperties = {
        "indicator", "name", "unit", "shape", "period", "maxAge", "targets", "criterion", "restricted"})
public record IndicatorRow(
        @Schema(description = "Code", examples = "systems_connected") String indicator,
        @Schema(description = "In the language that is asked for", examples = "Hệ thống đã kết nối") String name,
        @Schema(description = "Unit of its values", examples = "count", nullable = true) String unit,
        @Schema(description = "How its readings are made up", examples = "SHARE") String shape,
        @Schema(description = "Length of its periods", examples = "QUARTER") String period,
        @Schema(description = "Days after the end of its period for which a reading is fresh", examples = "200") int maxAge,
        @Schema(description = "Targets that it measures") List<String> targets,
        @Schema(description = "Criterion that it measures; null for none", examples = "INF.3", nullable = true) String criterion,
        @Schema(description = "Whether readings of single agencies are restricted", examples = "false") boolean restricted) {
}
