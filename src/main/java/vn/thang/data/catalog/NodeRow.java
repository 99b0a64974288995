package vn.thang.data.catalog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dimension or criterion of a model, in the order of the model. */
@Schema(name = "NodeRow", description = "A dimension or criterion of a model, in the order of the model.", requiredProperties = {
        "node", "parent", "kind", "weight", "core", "restricted", "appliesTo", "indicator", "name", "trend"})
public record NodeRow(
        @Schema(description = "Code; whole for the whole", examples = "STR.1") String node,
        @Schema(description = "Code of the node above; null for the whole", examples = "STR", nullable = true) String parent,
        @Schema(description = "whole, dimension or criterion", examples = "criterion") String kind,
        @Schema(description = "Weight among its siblings", examples = "2") int weight,
        @Schema(description = "Whether the level above needs it", examples = "true") boolean core,
        @Schema(description = "Whether its answers are seen by the agency and its reviewers only", examples = "false") boolean restricted,
        @Schema(description = "Types of agency that answer it; empty for all") List<String> appliesTo,
        @Schema(description = "What measures it; null for nothing", examples = "systems_connected", nullable = true) String indicator,
        @Schema(description = "In the language that is asked for", examples = "Chiến lược dữ liệu") String name,
        @Schema(description = "How its levels compare with those of the version that the model goes on from: JOINED, BREAK or NEW; null where it names none", examples = "JOINED", nullable = true) String trend) {
}
