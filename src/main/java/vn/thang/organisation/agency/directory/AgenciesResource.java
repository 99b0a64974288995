package vn.thang.organisation.agency.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.organisation.agency.Agencies;
import vn.thang.platform.Language;

/** Agencies by name or code. */
@Path("agencies")
@RequestScoped
@Tag(name = "agencies")
public class AgenciesResource {

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Language language;

    /** An existing agency that the words fit. */
    @Schema(name = "AgencyHit", requiredProperties = {"code", "name", "place", "type"})
    public record Hit(@Schema(examples = "15") String code,
            @Schema(description = "The name in the language that is asked for", examples = "Tỉnh Lào Cai") String name,
            @Schema(description = "The name of the agency above, which tells agencies of the same name apart; empty at the first level", examples = "Tỉnh Lào Cai") String place,
            @Schema(examples = "province") String type) {
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "findAgencies", summary = "Finds agencies that exist today", description = "At most 20, by part of the name (marks and capitals do not matter) or the beginning of the code.")
    @APIResponse(responseCode = "200", description = "The agencies", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AgencyHitList")))
    public List<Hit> find(@QueryParam("q") @DefaultValue("") String words) {
        return directory.find(words).stream().map(agency -> new Hit(agency.code(), agency.name(language.getLocale()),
                agency.firstLevel() ? "" : agency.parentName(language.getLocale()), agency.type())).toList();
    }
}
