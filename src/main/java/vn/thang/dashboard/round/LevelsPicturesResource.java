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

/** The levels of a round under addresses that can be put into documents and mail. */
@Path("pictures")
@RequestScoped
@Tag(name = "reports")
public class LevelsPicturesResource extends PicturesResource {

    @Inject
    private LevelsPictures pictures;

    @GET
    @Path("levels.png")
    @Produces(PNG)
    @Operation(operationId = "drawLevels", summary = "Levels of a round by type or region as a picture of points")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response png(@QueryParam("round") String round,
            @QueryParam("by") String by,
            @QueryParam("lang") String chosen) {
        return file(round, by, PictureForm.PNG, chosen);
    }

    @GET
    @Path("levels.svg")
    @Produces(SVG)
    @Operation(operationId = "drawLevelsLines", summary = "Levels of a round by type or region as a picture of lines")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response svg(@QueryParam("round") String round,
            @QueryParam("by") String by,
            @QueryParam("lang") String chosen) {
        return file(round, by, PictureForm.SVG, chosen);
    }

    @GET
    @Path("levels.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadLevels", summary = "Levels of a round by type or region as figures")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response csv(@QueryParam("round") String round,
            @QueryParam("by") String by,
            @QueryParam("lang") String chosen) {
        return file(round, by, PictureForm.CSV, chosen);
    }

    private Response file(String round, String asked, PictureForm form, String chosen) {
        LevelsPictures.By by = LevelsPictures.By.of(asked);
        return file("levels-" + by.name().toLowerCase(Locale.ROOT), form,
                pictures.levels(round, by, form, locale(chosen)));
    }
}
