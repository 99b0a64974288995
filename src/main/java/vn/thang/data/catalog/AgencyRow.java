package vn.thang.data.catalog;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agency with its days and what it came from. */
@Schema(name = "AgencyRow", description = "An agency with its days and what it came from.", requiredProperties = {
        "agency", "name", "nameEn", "type", "parent", "validFrom", "validTo", "predecessors"})
public record AgencyRow(
        @Schema(description = "Code", examples = "15") String agency,
        @Schema(examples = "Tỉnh Lào Cai") String name,
        @Schema(examples = "Lao Cai Province", nullable = true) String nameEn,
        @Schema(description = "Key of its type", examples = "province") String type,
        @Schema(description = "Code of the agency above; null for the country", examples = "VN", nullable = true) String parent,
        @Schema(description = "First day; null for always", examples = "2025-07-01", implementation = String.class, nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null for no end", examples = "2030-06-30", implementation = String.class, nullable = true) LocalDate validTo,
        @Schema(description = "Codes of the agencies that it came from") List<String> predecessors) {
}
