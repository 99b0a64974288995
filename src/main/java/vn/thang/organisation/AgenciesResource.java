package vn.thang.organisation;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Agencies by name or code. */
@Path("agencies")
@RequestScoped
@Tag(name = "agencies")
public class AgenciesResource {

    @Inject
    private AgencyDirectory directory;

    /** An existing agency that the words fit. */
    public record Hit(String code, String name, String type) {
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Finds agencies that exist today",
            description = "At most 20, by part of the name (marks and capitals do not matter) or the beginning of the code.")
    public List<Hit> find(@QueryParam("q") @DefaultValue("") String words) {
        return directory.find(words).stream().map(agency -> new Hit(agency.code(), agency.name(), agency.type())).toList();
    }
}
