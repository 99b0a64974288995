package vn.thang.indicator.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.indicator.lookup.ReadingLookup;
import vn.thang.platform.InertText;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Download;

/** Sheets to fill in, and what was refused of a batch. */
@Path("")
@RequestScoped
@Tag(name = "readings")
public class ReadingFilesResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv;charset=UTF-8";

    @Inject
    private SheetIntake sheets;

    @Inject
    private DenominatorSheet denominators;

    @Inject
    private ReadingLookup lookup;

    @Inject
    private Language language;

    @GET
    @Path("reading-sheets/{source}.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "downloadReadingSheet", summary = "A workbook for the readings of a source, with a line for every agency in scope")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller answers for none of the indicators of the source")
    public Response readings(@PathParam("source") String source) {
        return Download.kept(sheets.template(source, language.getLocale()), XLSX, source + ".xlsx");
    }

    @GET
    @Path("denominator-sheets/{round}.xlsx")
    @Produces(XLSX)
    @Operation(operationId = "downloadDenominatorSheet", summary = "A workbook for the denominators of a round, with what is set now")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller does not administer the country")
    public Response denominators(@PathParam("round") String round) {
        return Download.kept(denominators.template(round, language.getLocale()), XLSX,
                "denominators-" + round + ".xlsx");
    }

    @GET
    @Path("reading-batches/{batch}/faults.csv")
    @Produces(CSV)
    @Operation(operationId = "downloadFaults", summary = "Every line of a batch that was not taken, with its reason")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "The caller does not see the whole country")
    public Response faults(@PathParam("batch") long batch) {
        Locale locale = language.getLocale();
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, Texts.text(locale, "organisation.import.line"), Texts.text(locale, "reading.reason"));
        lookup.eachFault(batch, fault -> line(text, String.valueOf(fault.line()), fault.text(locale)));
        return Download.kept(text.toString().getBytes(StandardCharsets.UTF_8), CSV, "faults-" + batch + ".csv");
    }

    private static void line(StringBuilder text, String first, String second) {
        text.append(quoted(first)).append(',').append(quoted(second)).append("\r\n");
    }

    /** In quotation marks; what a spreadsheet could take for a formula gets an apostrophe in front. */
    static String quoted(String cell) {
        return '"' + InertText.of(cell).replace("\"", "\"\"") + '"';
    }
}
