package vn.thang.dashboard.picture;

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
import vn.thang.dashboard.round.LevelsPictures.Form;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Download;

/** How results moved, the tiles of the provinces and the radar of an agency under addresses that can be put into documents. */
@Path("pictures")
@RequestScoped
@Tag(name = "reports")
public class NationalPicturesResource {

    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";
    private static final String CSV = "text/csv";

    @Inject
    private NationalPictures pictures;

    @Inject
    private Language language;

    @GET
    @Path("movement.png")
    @Produces(PNG)
    @Operation(operationId = "drawMovement", summary = "How results moved since the round before as a picture of points")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response movementPng(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("movement", Form.PNG, PNG, pictures.movement(round, Form.PNG, locale(chosen)));
    }

    @GET
    @Path("movement.svg")
    @Produces(SVG)
    @Operation(operationId = "drawMovementLines", summary = "How results moved since the round before as a picture of lines")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response movementSvg(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("movement", Form.SVG, SVG, pictures.movement(round, Form.SVG, locale(chosen)));
    }

    @GET
    @Path("movement.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadMovement", summary = "How results moved since the round before as figures")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response movementCsv(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("movement", Form.CSV, CSV, pictures.movement(round, Form.CSV, locale(chosen)));
    }

    @GET
    @Path("tiles.png")
    @Produces(PNG)
    @Operation(operationId = "drawTiles", summary = "Levels of the provinces on a map of tiles as a picture of points")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response tilesPng(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("tiles", Form.PNG, PNG, pictures.tiles(round, Form.PNG, locale(chosen)));
    }

    @GET
    @Path("tiles.svg")
    @Produces(SVG)
    @Operation(operationId = "drawTilesLines", summary = "Levels of the provinces on a map of tiles as a picture of lines")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response tilesSvg(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("tiles", Form.SVG, SVG, pictures.tiles(round, Form.SVG, locale(chosen)));
    }

    @GET
    @Path("tiles.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadTiles", summary = "Levels of the provinces on a map of tiles as figures")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response tilesCsv(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("tiles", Form.CSV, CSV, pictures.tiles(round, Form.CSV, locale(chosen)));
    }

    @GET
    @Path("radar.png")
    @Produces(PNG)
    @Operation(operationId = "drawAgencyRadar", summary = "Levels of an agency's dimensions beside its group as a picture of points")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response radarPng(@QueryParam("assessment") long assessment, @QueryParam("lang") String chosen) {
        return file("radar", Form.PNG, PNG, pictures.radar(assessment, Form.PNG, locale(chosen)));
    }

    @GET
    @Path("radar.svg")
    @Produces(SVG)
    @Operation(operationId = "drawAgencyRadarLines", summary = "Levels of an agency's dimensions beside its group as a picture of lines")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response radarSvg(@QueryParam("assessment") long assessment, @QueryParam("lang") String chosen) {
        return file("radar", Form.SVG, SVG, pictures.radar(assessment, Form.SVG, locale(chosen)));
    }

    @GET
    @Path("radar.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadAgencyRadar", summary = "Levels of an agency's dimensions beside its group as figures")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response radarCsv(@QueryParam("assessment") long assessment, @QueryParam("lang") String chosen) {
        return file("radar", Form.CSV, CSV, pictures.radar(assessment, Form.CSV, locale(chosen)));
    }

    private Locale locale(String chosen) {
        return chosen == null ? language.getLocale() : Texts.language(chosen);
    }

    private static Response file(String name, Form form, String type, byte[] file) {
        return Download.kept(file, form == Form.CSV ? type + ";charset=UTF-8" : type,
                "thang-" + name + "." + form.name().toLowerCase(Locale.ROOT));
    }
}
