package vn.thang.dashboard.picture;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.dashboard.round.PictureForm;
import vn.thang.dashboard.round.PicturesResource;

/** How results moved, the tiles of the provinces and the radar of an agency under addresses that can be put into documents. */
@Path("pictures")
@RequestScoped
@Tag(name = "reports")
public class NationalPicturesResource extends PicturesResource {

    @Inject
    private NationalPictures pictures;

    @GET
    @Path("movement.png")
    @Produces(PNG)
    @Operation(operationId = "drawMovement", summary = "How results moved since the round before as a picture of points")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response movementPng(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("movement", PictureForm.PNG, pictures.movement(round, PictureForm.PNG, locale(chosen)));
    }

    @GET
    @Path("movement.svg")
    @Produces(SVG)
    @Operation(operationId = "drawMovementLines", summary = "How results moved since the round before as a picture of lines")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response movementSvg(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("movement", PictureForm.SVG, pictures.movement(round, PictureForm.SVG, locale(chosen)));
    }

    @GET
    @Path("movement.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadMovement", summary = "How results moved since the round before as figures")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response movementCsv(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("movement", PictureForm.CSV, pictures.movement(round, PictureForm.CSV, locale(chosen)));
    }

    @GET
    @Path("tiles.png")
    @Produces(PNG)
    @Operation(operationId = "drawTiles", summary = "Levels of the provinces on a map of tiles as a picture of points")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response tilesPng(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("tiles", PictureForm.PNG, pictures.tiles(round, PictureForm.PNG, locale(chosen)));
    }

    @GET
    @Path("tiles.svg")
    @Produces(SVG)
    @Operation(operationId = "drawTilesLines", summary = "Levels of the provinces on a map of tiles as a picture of lines")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response tilesSvg(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("tiles", PictureForm.SVG, pictures.tiles(round, PictureForm.SVG, locale(chosen)));
    }

    @GET
    @Path("tiles.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadTiles", summary = "Levels of the provinces on a map of tiles as figures")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response tilesCsv(@QueryParam("round") String round, @QueryParam("lang") String chosen) {
        return file("tiles", PictureForm.CSV, pictures.tiles(round, PictureForm.CSV, locale(chosen)));
    }

    @GET
    @Path("radar.png")
    @Produces(PNG)
    @Operation(operationId = "drawAgencyRadar", summary = "Levels of an agency's dimensions beside its group as a picture of points")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response radarPng(@QueryParam("assessment") long assessment, @QueryParam("lang") String chosen) {
        return file("radar", PictureForm.PNG, pictures.radar(assessment, PictureForm.PNG, locale(chosen)));
    }

    @GET
    @Path("radar.svg")
    @Produces(SVG)
    @Operation(operationId = "drawAgencyRadarLines", summary = "Levels of an agency's dimensions beside its group as a picture of lines")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response radarSvg(@QueryParam("assessment") long assessment, @QueryParam("lang") String chosen) {
        return file("radar", PictureForm.SVG, pictures.radar(assessment, PictureForm.SVG, locale(chosen)));
    }

    @GET
    @Path("radar.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadAgencyRadar", summary = "Levels of an agency's dimensions beside its group as figures")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response radarCsv(@QueryParam("assessment") long assessment, @QueryParam("lang") String chosen) {
        return file("radar", PictureForm.CSV, pictures.radar(assessment, PictureForm.CSV, locale(chosen)));
    }
}
