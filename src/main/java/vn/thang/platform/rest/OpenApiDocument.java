package vn.thang.platform.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Completes the document of the API by what holds for every operation: which errors it can answer and that they are
 * problems, who may call it, and that ids are whole numbers. It leaves out what the server adds of its own.
 */
public class OpenApiDocument implements OASFilter {

    static final String SESSION = "session";
    static final String SOURCE = "source";
    static final String TOKEN = "token";
    /** The tag of operations that hand over rows, which all take the same parameters. */
    private static final String ROWS = "data";
    private static final Set<String> HEADERS_OF_THE_PROTOCOL = Set.of("Authorization", "Content-Type");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setExtensions(null);
        Map<String, Tag> tags = new TreeMap<>();
        document.getTags().forEach(
                tag -> tags.merge(tag.getName(), tag, (one, other) -> one.getDescription() == null ? other : one));
        document.setTags(new ArrayList<>(tags.values()));
        Map<String, Schema> schemas = RecordSchemas.all();
        document.setServers(List.of(OASFactory.createServer().url("/")));
        document.getPaths().getPathItems().forEach(OpenApiDocument::complete);
        Set<String> used = new TreeSet<>();
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations().values().forEach(operation -> {
            if (operation.getRequestBody() != null) {
                plain(operation.getRequestBody().getContent(), used);
            }
            operation.getResponses().getAPIResponses().values().forEach(response -> plain(response.getContent(), used));
        }));
        schemas.keySet().removeIf(name -> name.endsWith("List") && !used.contains(name));
        document.getComponents().setSchemas(schemas);
    }

    /** References and files stand alone, without what the scanner of the server adds to them. */
    private static void plain(Content content, Set<String> used) {
        if (isEmpty(content)) {
            return;
        }
        if (content.hasMediaType("application/json")) {
            content.removeMediaType("*/*");
        }
        // the scanner gives several types of content one and the same media type
        Map.copyOf(content.getMediaTypes()).forEach((name, type) -> content.addMediaType(name,
                OASFactory.createMediaType().schema(plain(name, type.getSchema(), used))));
    }

    private static Schema plain(String mediaType, Schema schema, Set<String> used) {
        if (schema != null && schema.getRef() != null && !mediaType.startsWith("text/")) {
            String record = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            used.add(record);
            return RecordSchemas.reference(record);
        }
        Schema text = OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
        return schema != null && "binary".equals(schema.getFormat()) ? text.format("binary") : text;
    }

    private static boolean isEmpty(Content content) {
        return content == null || content.getMediaTypes().isEmpty();
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            secure(path, operation);
            operation.setDescription(described(operation.getDescription(), callers(path, operation)));
            if (operation.getParameters() != null) {
                operation.setParameters(
                        operation.getParameters().stream().filter(parameter -> parameter.getName() != null
                                && !HEADERS_OF_THE_PROTOCOL.contains(parameter.getName())).toList());
            }
            if (handsOverRows(operation)) {
                rows(operation);
            }
            boolean open = isOpen(path);
            boolean named = operation.getParameters() != null
                    && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
            if (operation.getRequestBody() != null) {
                add(operation, "400", "The body is refused, and why");
                add(operation, "415", "The content is of a type that is not taken");
            }
            if (!open) {
                add(operation, "401", "Nobody is signed in, or the token is not known");
                add(operation, "403", "The caller may not do this here");
            }
            if (named) {
                add(operation, "404", "There is nothing of this id or code");
            }
            add(operation, "500", "An unexpected failure, with the incident that the log tells of");
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.compareTo("400") >= 0 && isEmpty(response.getContent())) {
                    response.setContent(problem());
                }
            });
        });
    }

    private static boolean handsOverRows(Operation operation) {
        return operation.getTags() != null && operation.getTags().contains(ROWS);
    }

    /** How rows are cut, chosen and written is asked for in the same way everywhere. */
    private static void rows(Operation operation) {
        List<Parameter> parameters = new ArrayList<>(
                operation.getParameters() == null ? List.of() : operation.getParameters());
        parameters.add(parameter("cursor", "Where the batch begins, as the header Link of the one before says"));
        parameters.add(parameter("limit", "How many rows at most, or agencies with their rows: 1 to 250")
                .example("100"));
        parameters.add(parameter("fields", "The fields that are wanted, with commas between them; all without it"));
        parameters.add(parameter("format", "json or csv, where the header Accept does not say it").example("json"));
        operation.setParameters(parameters);
        operation.getResponses().getAPIResponse("200")
                .headers(Map.of("Link", header("Leads to the next batch by rel=next; not there behind the last one"),
                        "ETag", header("Fingerprint of the rows, for If-None-Match")));
        add(operation, "304", "The rows are those whose ETag If-None-Match names");
        add(operation, "400", "A parameter cannot be understood");
        add(operation, "429", "The token is used too often: Retry-After says how long to wait");
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description)
                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
    }

    private static Parameter parameter(String name, String description) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description)
                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
    }

    private static boolean isOpen(String path) {
        return path.endsWith("/scorings") || path.endsWith("/calendar/days.ics")
                || path.endsWith("/openid/{provider}/logout");
    }

    private static void secure(String path, Operation operation) {
        if (handsOverRows(operation)) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN),
                    OASFactory.createSecurityRequirement().addScheme(SESSION)));
        } else if (isOpen(path)) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement()));
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(path.endsWith("/v1/readings")
                    ? SOURCE : SESSION)));
        }
    }

    /** Says who calls the operation, and what becomes of it. */
    private static String callers(String path, Operation operation) {
        return handsOverRows(operation)
                ? "For the token of a person who may take numbers away, or their session: what they may not see is left out,"
                        + " and the trail tells of what was read."
                : isOpen(path) ? "Called without a session."
                        : path.endsWith("/v1/readings") ? "For a source, by its own token."
                                : "For the person who is signed in, as far as they may.";
    }

    private static String described(String own, String callers) {
        return own == null || own.isBlank() ? callers : own + (own.endsWith(".") ? " " : ". ") + callers;
    }

    private static void add(Operation operation, String status, String description) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    private static Content problem() {
        return OASFactory.createContent().addMediaType(Problem.TYPE,
                OASFactory.createMediaType().schema(RecordSchemas.reference("Problem")));
    }

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH) {
            parameter.setRequired(true);
        }
        parameter.allowReserved(null).allowEmptyValue(null).deprecated(null);
        Schema schema = parameter.getSchema();
        if (schema != null && schema.getType() != null && schema.getType().contains(Schema.SchemaType.NUMBER)) {
            schema.setType(List.of(Schema.SchemaType.INTEGER));
        }
        return parameter;
    }
}
