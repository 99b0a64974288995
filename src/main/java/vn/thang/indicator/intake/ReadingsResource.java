package vn.thang.indicator.intake;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Problem;

/** Sources push their readings. */
@Path("readings")
@Tag(name = "readings")
public class ReadingsResource {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_KEY = 80;
    private static final int UNPROCESSABLE = 422;
    static final long LARGEST_BODY = 32L << 20;

    @Inject
    private ReadingIntake intake;

    @Inject
    private ReadingsLimit limit;

    @Context
    private HttpHeaders headers;

    /** A row of the body as the document of the API tells it; rows are read one after the other. */
    @Schema(name = "PushedReading", requiredProperties = {"agency", "indicator", "period"})
    public record PushedReading(
            @Schema(description = "Code of the agency", examples = "15") String agency,
            @Schema(description = "Code of the indicator", examples = "systems_connected") String indicator,
            @Schema(description = "A year, a quarter or a month", examples = "2026-Q1") String period,
            @Schema(description = "Goes with denominator, in place of value", examples = "3") BigDecimal numerator,
            @Schema(description = "May be left out where the ministry has frozen it", examples = "4") BigDecimal denominator,
            @Schema(description = "In place of numerator and denominator", examples = "0.75") BigDecimal value,
            @Schema(name = "measured_at", description = "When it was measured", examples = "2026-04-02T02:00:00Z") @JsonbProperty("measured_at") String measuredAt) {
    }

    /** What became of a batch. */
    @Schema(name = "TakenBatch", requiredProperties = {"batch", "taken", "accepted", "corrected", "unchanged",
            "rejected", "faults", "notes"})
    public record TakenBatch(
            @Schema(examples = "512") long batch, @Schema(description = "Rows of the body", examples = "120") int taken,
            @Schema(description = "New readings", examples = "118") int accepted,
            @Schema(description = "New readings in place of others", examples = "1") int corrected,
            @Schema(description = "Readings that were known already", examples = "0") int unchanged,
            @Schema(description = "Rows that were not taken", examples = "1") int rejected,
            @Schema(description = "The first of the rows that were not taken") List<RowFault> faults,
            @Schema(description = "What is to be known of the first rows that were taken: another value is in force, or somebody has to confirm a jump") List<RowFault> notes) {
    }

    /** Why a row was not taken, or what is to be known of one that was. */
    @JsonbPropertyOrder({"line", "detail"})
    @Schema(name = "RowFault", requiredProperties = {"line", "detail"})
    public record RowFault(@Schema(examples = "7") int line,
            @Schema(examples = "There is no indicator systems.") String detail) {
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, "text/csv"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "pushReadings", summary = "Takes readings of a source", description = "JSON: an array of objects; CSV: with a header. Fields: agency, indicator,"
            + " period (2026, 2026-Q3 or 2026-09), numerator and denominator or value, measured_at. Where the ministry has frozen the denominator it may be left out."
            + " Names of fields are known without regard to capitals; CSV is UTF-8, with comma, semicolon or tab between its values."
            + " Numbers have a decimal point or comma; one in quotation marks or CSV that can be read in two ways, such as 1,234, is refused, and"
            + " decimals beyond the sixth are rounded half up. Of rows about the same agency, indicator and period none is taken. At most 50,000 rows."
            + " Faults name the line of CSV, or the place in the array of JSON, counted from 1. What is known already"
            + " changes nothing; another value for the same agency, indicator and period is a correction, and both are kept. A denominator that more than doubled or"
            + " halved and a share that moved by more than 30 points against the last covered period are kept and count only once somebody else confirms them.")
    @APIResponse(responseCode = "200", description = "What became of the rows: taken, accepted, corrected, unchanged, rejected, and faults with lines", content = @Content(schema = @Schema(ref = "TakenBatch")))
    @APIResponse(responseCode = "400", description = "Nothing was taken: the body cannot be read, or has too many rows")
    @APIResponse(responseCode = "401", description = "The token is not that of a source, or has ended")
    @APIResponse(responseCode = "409", description = "Another batch of the source is being taken: try again with the same Idempotency-Key")
    @APIResponse(responseCode = "413", description = "The body is larger than 32 MiB; nothing was taken")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key stands for a batch with another body; nothing was taken")
    @APIResponse(responseCode = "429", description = "Too many batches with this token: Retry-After says how long to wait")
    @RequestBody(required = true, content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PushedReadingList")),
            @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, examples = "agency,indicator,period,numerator,denominator\r\n15,systems_connected,2026-Q1,3,4\r\n"))})
    public Response push(@Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Parameter(description = "Names the batch, of at most 80 characters: sent again with it, the batch is not taken twice") @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) {
        String token = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip() : null;
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            return refused(400, "reading.key");
        }
        long wait = token == null ? 0 : limit.secondsToWait(token);
        if (wait > 0) {
            return Response.fromResponse(refused(429, "reading.too-often", wait)).header(HttpHeaders.RETRY_AFTER, wait)
                    .build();
        }
        try {
            intake.admit(token);
            return taken(token, key, type, body);
        } catch (ReadingIntake.KeyTaken taken) {
            return refused(UNPROCESSABLE, taken.key(), taken.arguments());
        } catch (BusinessException.Forbidden refused) {
            long pause = limit.secondsAfterRefusal();
            if (pause > 0) {
                return Response.fromResponse(refused(429, "reading.too-often", pause))
                        .header(HttpHeaders.RETRY_AFTER, pause).build();
            }
            return Response.fromResponse(refused(401, refused.key())).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        } catch (Unreadable e) {
            return refused(400, "reading.unreadable");
        }
    }

    /** The body lies on the disk before the transaction begins, so that no lock and no connection waits for who sends it. */
    private Response taken(String token, String key, String type, InputStream body) {
        Bounded bounded = new Bounded(body);
        java.nio.file.Path whole = null;
        try {
            whole = Files.createTempFile("thang-readings", ".part");
            Files.copy(bounded, whole, StandardCopyOption.REPLACE_EXISTING);
            try (DigestInputStream hashed = new DigestInputStream(
                    new BufferedInputStream(Files.newInputStream(whole)), Sha256.begin())) {
                ReadingIntake.Key named = key == null ? null
                        : new ReadingIntake.Key(key, () -> read(() -> hash(hashed)));
                return Response.ok(report(intake.push(token, named, readable(() -> rows(type, hashed))))).build();
            }
        } catch (IOException e) {
            return bounded.isOver() ? refused(413, "reading.too-large", LARGEST_BODY >> 20)
                    : refused(400, "reading.unreadable");
        } finally {
            removed(whole);
        }
    }

    private static void removed(java.nio.file.Path file) {
        try {
            if (file != null) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body is not what it says to be. Readers have many exceptions for it, and for what is nested too deeply none of its own. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(RuntimeException cause) {
            super(cause);
        }
    }

    private static Iterator<ReadingRow> readable(Supplier<Iterator<ReadingRow>> body) {
        Iterator<ReadingRow> rows = read(body);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return read(rows::hasNext);
            }

            @Override
            public ReadingRow next() {
                return read(rows::next);
            }
        };
    }

    /** Reads what the parser has left, and answers the hash of the whole body. */
    private static byte[] hash(DigestInputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
            return body.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(Supplier<T> part) {
        try {
            return part.get();
        } catch (BusinessException refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw new Unreadable(e);
        }
    }

    private Response refused(int status, String key, Object... arguments) {
        return Problem.of(status, Texts.text(locale(), key, arguments)).answer().build();
    }

    /** Breaks off where a body becomes too large, whatever length it was said to have. */
    private static final class Bounded extends FilterInputStream {
        private long left = LARGEST_BODY;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            left -= Math.max(0, read);
            if (isOver()) {
                throw new IOException("too large");
            }
        }

        boolean isOver() {
            return left < 0;
        }
    }

    /** What the source accepts, since nobody has signed in. */
    private Locale locale() {
        return Texts.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** One after the other, so that a large body does not stand in memory. */
    private static Iterator<ReadingRow> rows(String type, InputStream body) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("text/csv") ? PushedRows.csv(body)
                : PushedRows.json(body);
    }

    private TakenBatch report(IntakeReport report) {
        return new TakenBatch(report.batch(), report.taken(), report.accepted(), report.corrected(), report.unchanged(),
                report.rejected(),
                rows(report.faults()), rows(report.notes()));
    }

    private List<RowFault> rows(List<ReadingFault> told) {
        return told.stream().map(one -> new RowFault(one.line(), one.text(locale()))).toList();
    }
}
