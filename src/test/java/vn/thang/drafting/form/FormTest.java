package vn.thang.drafting.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.CatalogDrafts;
import vn.thang.catalog.document.CatalogYaml;
import vn.thang.catalog.document.Fault;
import vn.thang.platform.BusinessException;

/** A version goes into a workbook and comes out the same, and what is wrong with it is told by its cell. */
class FormTest {

    private static final int MOST = 5_000_000;
    private static final Locale LOCALE = Locale.of("vi");
    private static final List<String> HARD = List.of("Mức độ “trưởng thành”", "=1+1", "TRUE", "~", "yes", "0x10", "1e5",
            "2026-11-30", " a: b # c ", "'quoted'", "\"double\"", "dòng một\ndòng hai", "- x", "null", "1.10", "a; b",
            "50%", "@x", "emoji \uD83D\uDE80", "a/b~c", "{3}% và {most}%", "_x000D_");

    private static Map<String, byte[]> shipped(String folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(Path.of("maturity-model", folder))) {
            for (Path file : all.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Map<String, JsonNode> trees(Map<String, byte[]> files) {
        return files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                file -> CatalogYaml.read(file.getValue()), (one, other) -> one, TreeMap::new));
    }

    private static UploadedFiles again(Map<String, byte[]> files) {
        return FormReader.read(FormWriter.write("x/1", files, LOCALE), MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vn-dgm/1.0", "vn-dgm/1.1", "vn-kqi/0.1", "eu-odm/2023", "programme"})
    void whatShipsComesOutAsItWentIn(String folder) {
        Map<String, byte[]> files = shipped(folder);
        UploadedFiles again = again(files);
        assertEquals(List.of(), again.faults());
        assertEquals(trees(files), trees(again.files()));
        for (String name : files.keySet()) {
            assertEquals(order(trees(files).get(name)), order(trees(again.files()).get(name)),
                    "options and items keep their order in " + name);
        }
    }

    /** The order of what has one: lists, and options of a scale. */
    private static String order(JsonNode node) {
        StringBuilder order = new StringBuilder();
        node.properties().forEach(field -> {
            if (field.getKey().equals("points")) {
                field.getValue().fieldNames().forEachRemaining(option -> order.append(option).append(','));
            }
        });
        node.forEach(child -> order.append(order(child)));
        return order.toString();
    }

    @Test
    void modelsOfEveryFormComeOutAsTheyWentIn() {
        for (long seed = 1; seed <= 25; seed++) {
            Random random = new Random(seed);
            ObjectNode model = model(random);
            ObjectNode words = CatalogYaml.object();
            HARD.forEach(text -> words.withObject("/criteria").withObject("C." + words.path("criteria").size())
                    .put("name", text).putObject("levels").put("1", HARD.get(random.nextInt(HARD.size()))));
            words.putObject("model").put("title", "x" + seed);
            Map<String, byte[]> files = new TreeMap<>(Map.of("model.yaml", CatalogYaml.write(model), "texts.vi.yaml",
                    CatalogYaml.write(words), "texts.en.yaml", CatalogYaml.write(words.deepCopy().without("model"))));
            assertEquals(model.toString(), CatalogYaml.read(files.get("model.yaml")).toString(), "YAML of " + seed);
            UploadedFiles again = again(files);
            assertEquals(List.of(), again.faults(), "seed " + seed);
            for (String name : files.keySet()) {
                assertEquals(trees(files).get(name).toString().lines().toList(),
                        trees(again.files()).get(name).toString().lines().toList(), name + ", seed " + seed);
            }
        }
    }

    private static ObjectNode model(Random random) {
        ObjectNode model = CatalogYaml.object();
        model.put("id", "m" + random.nextInt(9)).put("version", "1." + random.nextInt(20)).put("zero",
                random.nextBoolean());
        model.putArray("languages").add("vi").add("en");
        model.putObject("quantities").put("most", number(random)).put("nearly-all", number(random));
        model.putObject("continues").put("version", "1.0").putObject("criteria").put("A.1", "new").put("B.2/x",
                "break");
        if (random.nextBoolean()) {
            model.putArray("bands").add(number(random)).add(number(random)).add(5);
        } else {
            model.putObject("gates").putObject("whole").put("at", ">" + random.nextInt(100)).put("maxGap", 1);
        }
        dimensions(model, random, "D", 0);
        return model;
    }

    private static void dimensions(ObjectNode parent, Random random, String code, int depth) {
        ArrayNode list = parent.putArray(depth < 3 && random.nextBoolean() ? "dimensions" : "criteria");
        boolean criteria = parent.has("criteria");
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            ObjectNode item = list.addObject().put("code", code + "." + depth + i).put("weight", 1 + random.nextInt(9));
            if (random.nextBoolean()) {
                item.put("core", random.nextBoolean());
            }
            if (!criteria) {
                dimensions(item, random, code + i, depth + 1);
            } else if (random.nextBoolean()) {
                ObjectNode points = item.putObject("scale").putObject("points");
                List.of("full", "partly", "none").stream().sorted((one, other) -> random.nextInt(3) - 1)
                        .forEach(option -> points.put(option, random.nextInt(10)));
            } else {
                item.putArray("appliesTo").add("ministry").add("province");
                item.putObject("evidence").put("2", "approved-document").put("3", "tool-record");
                item.putObject("indicator").put("code", "x_y").put("mode", "cap").putObject("levels")
                        .put("2", 0).put("3", number(random));
            }
        }
    }

    private static BigDecimal number(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(99_999), 1 + random.nextInt(4)).stripTrailingZeros()
                .add(new BigDecimal("0.5")).stripTrailingZeros();
    }

    private static byte[] changed(byte[] form, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> told(byte[] form) {
        UploadedFiles read = FormReader.read(form, MOST);
        List<Fault> found = new CatalogDrafts(new Catalog(Optional.empty()))
                .check(read.files(), LocalDate.of(2026, 11, 30))
                .faults();
        return Stream.concat(read.faults().stream(), read.placed(found).stream())
                .map(fault -> fault.file() + " " + fault.key()).toList();
    }

    @Test
    void faultsAreToldByTheirCells() {
        byte[] form = FormWriter.write("vn-dgm/1.1", shipped("vn-dgm/1.1"), LOCALE);
        byte[] wrong = changed(form, workbook -> {
            workbook.getSheet("model").getRow(2).getCell(1).setCellValue("1.9");
            workbook.getSheet("structure").getRow(2).getCell(3).setCellValue(0);
            workbook.getSheet("structure").getRow(3).getCell(0).setCellValue("question");
            workbook.getSheet("texts").getRow(5).getCell(4).setCellFormula("1+1");
        });
        List<String> told = told(wrong);
        assertTrue(told.contains("structure!D3 weight"), told::toString);
        assertTrue(told.contains("structure!A4 form-kind"), told::toString);
        assertTrue(told.contains("texts!E6 form-formula"), told::toString);
        assertTrue(told.stream().allMatch(one -> one.matches("(model|structure|texts)![A-Z]+[0-9]+ .*")),
                told::toString);
    }

    @Test
    void faultsOfTheProgrammeAreToldByTheirCells() {
        byte[] form = FormWriter.write("digital-government/1.0", shipped("programme"), LOCALE);
        List<String> told = told(changed(form, workbook -> {
            workbook.getSheet("programme").getRow(2).getCell(1).setCellValue("1.1");
            workbook.getSheet("programme").forEach(row -> {
                if (row.getCell(0).getStringCellValue().equals("coverage")) {
                    row.getCell(1).setCellValue(101);
                }
            });
            workbook.getSheet("targets").getRow(1).getCell(1).setCellValue("P9");
        }));
        assertTrue(told.stream().anyMatch(one -> one.matches("programme!B[0-9]+ schema.maximum")), told::toString);
        assertTrue(told.contains("targets!B2 phase"), told::toString);
    }

    @Test
    void whatIsNoFormIsRefused() {
        byte[] other = changed(FormWriter.write("x/1", shipped("programme"), LOCALE),
                workbook -> workbook.getSheet("programme").getRow(0).getCell(0).setCellValue("something"));
        assertEquals("draft.no-form", assertThrows(BusinessException.class, () -> FormReader.read(other, MOST)).key());
    }
}
