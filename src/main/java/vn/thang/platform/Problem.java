package vn.thang.platform;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** An error answer of the API: application/problem+json (RFC 9457). */
public final class Problem {

    public static final String TYPE = "application/problem+json";

    /** One fault of a request: where (a JSON pointer, a line, a field) and what. */
    public record Fault(String pointer, String detail) {
    }

    private Problem() {
    }

    public static Response of(int status, String title, String detail, List<Fault> faults) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("status", status)
                .add("title", title)
                .add("detail", detail);
        if (!faults.isEmpty()) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            faults.forEach(fault -> list.add(
                    Json.createObjectBuilder().add("pointer", fault.pointer()).add("detail", fault.detail())));
            body.add("problems", list);
        }
        return Response.status(status).type(TYPE).entity(body.build().toString()).build();
    }
}
