package vn.thang.data.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a model. */
@Schema(name = "ModelRow", description = "A version of a model.", requiredProperties = {"model", "status", "title",
        "sha256", "highest", "criteria", "continues"})
public record ModelRow(
        @Schema(description = "Name and version", examples = "vn-dgm/1.0") String model,
        @Schema(description = "PROPOSAL, IN_FORCE or RETIRED", examples = "IN_FORCE") String status,
        @Schema(description = "In the language that is asked for", examples = "Mô hình trưởng thành") String title,
        @Schema(description = "Hash of its files", examples = "9f2c") String sha256,
        @Schema(description = "The highest level", examples = "5") int highest,
        @Schema(description = "How many criteria it has", examples = "46") int criteria,
        @Schema(description = "Version that it goes on from; null where it names none. How each node compares with it stands in the nodes", examples = "vn-dgm/1.0", nullable = true) String continues) {
}
