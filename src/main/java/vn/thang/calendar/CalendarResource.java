package vn.thang.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.platform.Language;
import vn.thang.platform.rest.Download;
import vn.thang.platform.rest.Problem;
import vn.thang.platform.web.SitePage;

/**
 * Days as calendars read them. The key of a private address stands in the query, which no log keeps, and calendars that know
 * the days already get nothing again.
 */
@Path("calendar")
@RequestScoped
@Tag(name = "calendar")
public class CalendarResource {

    static final String TYPE = "text/calendar;charset=UTF-8";

    @Inject
    private CalendarReading reading;

    @Inject
    private SitePage site;

    @Inject
    private Language language;

    @Context
    private Request request;

    /** @param key of a private address */
    @GET
    @Path("days.ics")
    @Produces({TYPE, Problem.TYPE})
    @Operation(operationId = "readCalendar", summary = "The days of a person, by the private address that they made for their calendar")
    @APIResponse(responseCode = "200", description = "The days", content = @Content(mediaType = "text/calendar", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "The days are those whose ETag If-None-Match names")
    @APIResponse(responseCode = "404", description = "There is no such address, or it was revoked")
    @APIResponse(responseCode = "429", description = "The address is read too often: Retry-After says how long to wait")
    public Response days(
            @Parameter(description = "Key of the private address", example = "thangcal_none") @QueryParam("key") String key) {
        return read(key);
    }

    /** @param matter its number */
    @GET
    @Path("matters/{matter}.ics")
    @Produces({TYPE, Problem.TYPE})
    @Operation(operationId = "downloadMatterDay", summary = "The day by which a matter is to be answered or done")
    @APIResponse(responseCode = "200", description = "The day", content = @Content(mediaType = "text/calendar", schema = @Schema(implementation = String.class)))
    public Response matter(@PathParam("matter") long matter) {
        return file(reading.matter(matter, site.address(), language.getLocale()), "thang-" + matter + ".ics");
    }

    /** @param meeting its number */
    @GET
    @Path("meetings/{meeting}.ics")
    @Produces({TYPE, Problem.TYPE})
    @Operation(operationId = "downloadMeetingDay", summary = "The day of a meeting")
    @APIResponse(responseCode = "200", description = "The day", content = @Content(mediaType = "text/calendar", schema = @Schema(implementation = String.class)))
    public Response meeting(@PathParam("meeting") long meeting) {
        return file(reading.meeting(meeting, site.address(), language.getLocale()), "thang-" + meeting + ".ics");
    }

    private Response read(String key) {
        CalendarText calendar = reading.feed(key, site.address());
        EntityTag tag = new EntityTag(calendar.tag(), true);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known != null ? known : Response.ok(calendar.text(), TYPE)).tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    private static Response file(CalendarText calendar, String name) {
        return Download.kept(calendar.text(), TYPE, name);
    }
}
