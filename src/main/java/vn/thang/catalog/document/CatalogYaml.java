package vn.thang.catalog.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Files of the catalog as trees and back, for forms in which people edit them elsewhere. */
public final class CatalogYaml {

    private static final int NO_BREAKS = 1_000_000;

    private CatalogYaml() {
    }

    /** An empty tree, whose numbers are exact. */
    public static ObjectNode object() {
        return JsonNodeFactory.withExactBigDecimals(true).objectNode();
    }

    /** The tree of a file that was accepted before. */
    public static JsonNode read(byte[] content) {
        return YamlReader.read("", content, new ArrayList<>()).root();
    }

    /** A file that reads as the same tree. */
    public static byte[] write(JsonNode root) {
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSchema(new CoreSchema())
                .setWidth(NO_BREAKS).build();
        return new Dump(settings).dumpToString(plain(root)).getBytes(StandardCharsets.UTF_8);
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        return node.isNumber() ? number(node.decimalValue())
                : node.isBoolean() ? node.booleanValue() : node.isNull() ? null : node.asText();
    }

    /** Written plainly, as files of the catalog write numbers. */
    private static Object number(BigDecimal number) {
        return number.scale() <= 0 ? number.toBigIntegerExact() : new Plain(number);
    }

    /** A decimal that is never written with an exponent. */
    private static final class Plain extends Number {

        private static final long serialVersionUID = 1L;
        private final BigDecimal number;

        Plain(BigDecimal number) {
            this.number = number;
        }

        @Override
        public int intValue() {
            return number.intValue();
        }

        @Override
        public long longValue() {
            return number.longValue();
        }

        @Override
        public float floatValue() {
            return number.floatValue();
        }

        @Override
        public double doubleValue() {
            return number.doubleValue();
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }
}
