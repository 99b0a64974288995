package vn.thang.platform.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The schemas of the bodies and answers of the API, made from their records: every record with the annotation Schema has one of
 * its name, and one of its name and "List" for many of them. The scanner of the server does not know the elements of lists and
 * fills in limits that nobody set.
 */
final class RecordSchemas {

    private static final String ROOM = "vn/thang";
    private static final String ANNOTATION = "org/eclipse/microprofile/openapi/annotations/media/Schema;";
    private static final Map<Type, SchemaType> TYPES = Map.of(String.class, SchemaType.STRING, int.class,
            SchemaType.INTEGER,
            Integer.class, SchemaType.INTEGER, long.class, SchemaType.INTEGER, Long.class, SchemaType.INTEGER,
            boolean.class,
            SchemaType.BOOLEAN, Boolean.class, SchemaType.BOOLEAN, BigDecimal.class, SchemaType.NUMBER);

    private RecordSchemas() {
    }

    /** All schemas by their names. */
    static Map<String, Schema> all() {
        Map<String, Schema> schemas = new TreeMap<>();
        records().forEach(type -> {
            String name = annotation(type).orElseThrow().name();
            schemas.put(name, of(type));
            schemas.put(name + "List",
                    OASFactory.createSchema().type(List.of(SchemaType.ARRAY)).items(reference(name)));
        });
        return schemas;
    }

    static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static List<Class<?>> records() {
        ClassLoader classes = RecordSchemas.class.getClassLoader();
        try {
            Path root = Path.of(classes.getResource(ROOM).toURI());
            try (var files = Files.walk(root)) {
                List<Class<?>> records = new ArrayList<>();
                for (Path file : files.filter(RecordSchemas::namesTheAnnotation).sorted().toList()) {
                    String name = (ROOM + "/" + root.relativize(file)).replace('/', '.').replaceAll("\\.class$", "");
                    Class<?> type = Class.forName(name, false, classes);
                    if (type.isRecord() && annotation(type).isPresent()) {
                        records.add(type);
                    }
                }
                return records;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Spares the loading of every other class. */
    private static boolean namesTheAnnotation(Path file) {
        try {
            return file.toString().endsWith(".class")
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(ANNOTATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<org.eclipse.microprofile.openapi.annotations.media.Schema> annotation(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class));
    }

    private static Schema of(Class<?> type) {
        var told = annotation(type).orElseThrow();
        Map<String, Schema> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonbProperty named = component.getAccessor().getAnnotation(JsonbProperty.class);
            properties.put(named == null ? component.getName() : named.value(), of(component));
        }
        Schema schema = OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).properties(properties);
        if (!told.description().isEmpty()) {
            schema.description(told.description());
        }
        if (told.requiredProperties().length > 0) {
            schema.required(Arrays.asList(told.requiredProperties()));
        }
        return schema;
    }

    private static Schema of(RecordComponent component) {
        var told = component.getAccessor()
                .getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        Type type = told != null && told.implementation() != Void.class ? told.implementation()
                : component.getGenericType();
        Optional<Schema> referred = type instanceof Class<?> one && one.isRecord()
                ? annotation(one).map(known -> reference(known.name()))
                : Optional.empty();
        boolean nullable = told != null && told.nullable();
        if (referred.isPresent()) {
            return nullable ? OASFactory.createSchema().anyOf(List.of(referred.get(),
                    OASFactory.createSchema().type(List.of(SchemaType.NULL)))) : referred.get();
        }
        Schema schema = OASFactory.createSchema();
        List<SchemaType> types = new ArrayList<>(types(type, told, schema));
        if (nullable) {
            types.add(SchemaType.NULL);
        }
        schema.type(types);
        if (told != null) {
            complete(schema, told, types.get(0));
        }
        return schema;
    }

    private static List<SchemaType> types(Type type, org.eclipse.microprofile.openapi.annotations.media.Schema told,
            Schema schema) {
        if (told != null && told.oneOf().length > 0) {
            return Arrays.stream(told.oneOf()).map(one -> TYPES.getOrDefault(one, SchemaType.OBJECT)).toList();
        }
        if (type instanceof ParameterizedType many && many.getRawType() == List.class) {
            Class<?> element = (Class<?>) many.getActualTypeArguments()[0];
            schema.items(annotation(element).map(known -> reference(known.name()))
                    .orElseGet(() -> OASFactory.createSchema().type(List.of(TYPES.get(element)))));
            return List.of(SchemaType.ARRAY);
        }
        return List.of(TYPES.getOrDefault(type, SchemaType.OBJECT));
    }

    private static void complete(Schema schema, org.eclipse.microprofile.openapi.annotations.media.Schema told,
            SchemaType type) {
        if (!told.description().isEmpty()) {
            schema.description(told.description());
        }
        if (!told.minimum().isEmpty()) {
            schema.minimum(new BigDecimal(told.minimum()));
        }
        if (!told.maximum().isEmpty()) {
            schema.maximum(new BigDecimal(told.maximum()));
        }
        if (told.enumeration().length > 0) {
            schema.enumeration(List.<Object>of((Object[]) told.enumeration()));
        }
        if (type == SchemaType.OBJECT) {
            return;
        }
        List<Object> examples = Arrays.stream(told.examples()).filter(example -> !example.isEmpty())
                .map(example -> value(type, example)).toList();
        if (!examples.isEmpty()) {
            schema.examples(examples);
        }
    }

    private static Object value(SchemaType type, String example) {
        return switch (type) {
            case INTEGER -> Long.valueOf(example);
            case NUMBER -> new BigDecimal(example);
            case BOOLEAN -> Boolean.valueOf(example);
            default -> example;
        };
    }
}
