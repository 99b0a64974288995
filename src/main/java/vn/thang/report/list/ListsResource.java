package vn.thang.report.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;
import vn.thang.platform.list.ListFile;
import vn.thang.platform.rest.Download;

/** The lists of pages as files. */
@Path("lists")
@RequestScoped
@Tag(name = "reports")
public class ListsResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    @Inject
    private ListExport export;

    @Inject
    private Language language;

    /** The whole of a list by the same filters and in the same order as on its page, which stand in the address. */
    @GET
    @Path("{list}.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "downloadList", summary = "A list such as agencies or people as a workbook, by the filters and the order in the address of its page")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller may not take the list away")
    @APIResponse(responseCode = "404", description = "There is no such list")
    public Response list(@PathParam("list") String list, @Context UriInfo address) {
        return file(list, ListExport.Form.XLSX, address);
    }

    /** Hands a list over as plain lines with commas. */
    @GET
    @Path("{list}.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadListLines", summary = "The same list as lines with commas in UTF-8; lines that begin with # say what it is")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller may not take the list away")
    @APIResponse(responseCode = "404", description = "There is no such list")
    public Response lines(@PathParam("list") String list, @Context UriInfo address) {
        return file(list, ListExport.Form.CSV, address);
    }

    private Response file(String list, ListExport.Form form, UriInfo address) {
        Map<String, String> asked = new TreeMap<>();
        address.getQueryParameters().forEach((name, values) -> asked.put(name, values.get(0)));
        String chosen = asked.remove("lang");
        asked.remove("page");
        asked.remove("rows");
        byte[] file = export.take(list, form,
                new ListFile.Asked(asked, chosen == null ? language.getLocale() : Texts.language(chosen)));
        return Download.kept(file, form.mediaType(), form.file(list));
    }
}
