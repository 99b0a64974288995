package vn.thang.dashboard.target;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** The trajectory of a target under addresses that can be put into documents and mail. */
@Path("targets/{code}")
@RequestScoped
@Tag(name = "reports")
public class TargetPicturesResource extends PicturesResource {

    @Inject
    private TargetPictures pictures;

    @GET
    @Path("trajectory.png")
    @Produces(PNG)
    @Operation(operationId = "drawTrajectory", summary = "Trajectory of a target as a picture of points")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response png(@PathParam("code") String code, @QueryParam("round") String round,
            @QueryParam("lang") String chosen) {
        return file(code, round, PictureForm.PNG, chosen);
    }

    @GET
    @Path("trajectory.svg")
    @Produces(SVG)
    @Operation(operationId = "drawTrajectoryLines", summary = "Trajectory of a target as a picture of lines")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response svg(@PathParam("code") String code, @QueryParam("round") String round,
            @QueryParam("lang") String chosen) {
        return file(code, round, PictureForm.SVG, chosen);
    }

    @GET
    @Path("trajectory.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadTrajectory", summary = "Figures of the trajectory of a target")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response csv(@PathParam("code") String code, @QueryParam("round") String round,
            @QueryParam("lang") String chosen) {
        return file(code, round, PictureForm.CSV, chosen);
    }

    private Response file(String code, String round, PictureForm form, String chosen) {
        return file(code.replaceAll("[^A-Za-z0-9-]", ""), form,
                pictures.trajectory(code, round, form, locale(chosen)));
    }
}
