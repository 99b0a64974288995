package vn.thang.indicator.connector;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.FieldMapping;
import vn.thang.table.DecimalSign;

/** A connector as the fields of a form, and back. */
final class ConnectorFields {

    private static final int NO_HOUR = -1;

    private ConnectorFields() {
    }

    static Map<String, Object> map(ConnectorForm form) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("code", form.code());
        fields.put("name", form.name());
        fields.put("source", form.source());
        fields.put("address", form.address());
        fields.put("agencies", form.agencies());
        fields.put("every", String.valueOf(form.everyHours()));
        fields.put("at", form.atHour() == null ? null : form.atHour().toString());
        fields.put("header", form.header());
        fields.put("active", form.active());
        FieldMapping mapping = form.mapping();
        fields.put("rows", mapping.rows());
        fields.put("next", mapping.next());
        fields.put("indicator", mapping.indicator());
        fields.put("indicatorField", mapping.indicatorField());
        fields.put("agency", mapping.agency());
        fields.put("period", mapping.period());
        fields.put("numerator", mapping.numerator());
        fields.put("denominator", mapping.denominator());
        fields.put("value", mapping.value());
        fields.put("measuredAt", mapping.measuredAt());
        fields.put("only", mapping.only());
        fields.put("separator", mapping.separator());
        fields.put("decimals", mapping.decimals() == null ? null : mapping.decimals().name());
        return fields;
    }

    /** The form of these fields; hours that are no numbers are none that a connector may have. */
    static ConnectorForm form(ConnectorKind kind, Map<String, Object> fields, String secret) {
        FieldMapping mapping = kind.isCatalogue() ? FieldMapping.NONE
                : new FieldMapping(text(fields, "rows"), text(fields, "next"), text(fields, "indicator"),
                        text(fields, "indicatorField"), text(fields, "agency"), text(fields, "period"),
                        text(fields, "numerator"), text(fields, "denominator"),
                        text(fields, "value"), text(fields, "measuredAt"), text(fields, "only"),
                        text(fields, "separator"), decimals(fields));
        String agencies = text(fields, "agencies");
        Integer every = number(fields, "every");
        return new ConnectorForm(text(fields, "code"), text(fields, "name"), text(fields, "source"), kind,
                text(fields, "address"), mapping,
                agencies == null ? "" : agencies, every == null ? 0 : every, number(fields, "at"),
                text(fields, "header"),
                secret == null || secret.isBlank() ? null : secret.strip(), Boolean.TRUE.equals(fields.get("active")));
    }

    private static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }

    private static DecimalSign decimals(Map<String, Object> fields) {
        String chosen = text(fields, "decimals");
        return Stream.of(DecimalSign.values()).filter(sign -> sign.name().equals(chosen)).findFirst().orElse(null);
    }

    private static Integer number(Map<String, Object> fields, String name) {
        String text = text(fields, name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return NO_HOUR;
        }
    }
}
