package vn.thang.assessment.workbook;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import vn.thang.assessment.workbook.WorkbookComparison.Written;

/** What an import has written, in the form in which it is kept with the import. */
final class WrittenInImport {

    private WrittenInImport() {
    }

    static String json(List<Written> cells) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (Written cell : cells) {
            JsonObjectBuilder one = Json.createObjectBuilder().add("criterion", cell.criterion()).add("part",
                    cell.part().name());
            put(one, "before", cell.before());
            put(one, "after", cell.after());
            json.add(one);
        }
        return json.build().toString();
    }

    static List<Written> of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(one -> new Written(one.getString("criterion"),
                            WorkbookDifference.Part.valueOf(one.getString("part")), one.getString("before", null),
                            one.getString("after", null)))
                    .toList();
        }
    }

    private static void put(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
