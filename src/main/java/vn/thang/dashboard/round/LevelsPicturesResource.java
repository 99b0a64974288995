package vn.thang.dashboard.round;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Download;

/** The levels of a round under addresses that can be put into documents and mail. */
@Path("pictures")
@RequestScoped
@Tag(name = "reports")
public class LevelsPicturesResource {

    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";
    private static final String CSV = "text/csv";

    @Inject
    private LevelsPictures pictures;

    @Inject
    private Language language;

    @GET
    @Path("levels.png")
    @Produces(PNG)
    @Operation(operationId = "drawLevels", summary = "Levels of a round by type or region as a picture of points")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response png(@QueryParam("round") String round,
            @QueryParam("by") String by,
            @QueryParam("lang") String chosen) {
        return file(round, by, LevelsPictures.Form.PNG, PNG, chosen);
    }

    @GET
    @Path("levels.svg")
    @Produces(SVG)
    @Operation(operationId = "drawLevelsLines", summary = "Levels of a round by type or region as a picture of lines")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response svg(@QueryParam("round") String round,
            @QueryParam("by") String by,
            @QueryParam("lang") String chosen) {
        return file(round, by, LevelsPictures.Form.SVG, SVG, chosen);
    }

    @GET
    @Path("levels.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadLevels", summary = "Levels of a round by type or region as figures")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response csv(@QueryParam("round") String round,
            @QueryParam("by") String by,
            @QueryParam("lang") String chosen) {
        return file(round, by, LevelsPictures.Form.CSV, CSV + ";charset=UTF-8", chosen);
    }

    private Response file(String round, String asked, LevelsPictures.Form form, String type, String chosen) {
        Locale locale = chosen == null ? language.getLocale() : Texts.language(chosen);
        LevelsPictures.By by = LevelsPictures.By.of(asked);
        byte[] file = pictures.levels(round, by, form, locale);
        return Download.kept(file, type,
                "thang-levels-" + by.name().toLowerCase(Locale.ROOT) + "." + form.name().toLowerCase(Locale.ROOT));
    }
}
