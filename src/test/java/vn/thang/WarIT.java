package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What ships: the jars of the war are those that the list names, and each of them has its licence in the war. */
class WarIT {

    private static final String LIBRARIES = "WEB-INF/lib/";

    @Test
    void theWarHoldsTheJarsOfTheList() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("src/test/resources/war-libraries.txt"));
        assertEquals(String.join("\n", listed), String.join("\n", libraries()));
    }

    /** What the command that verifies needs and the server brings stands apart, and its licences are told beside it. */
    @Test
    void theLibrariesOfTheCommandStandApartWithTheirLicences() throws IOException {
        try (ZipFile war = war()) {
            List<String> libraries = war.stream().map(entry -> entry.getName())
                    .filter(name -> name.startsWith("WEB-INF/verify/") && name.endsWith(".jar"))
                    .map(name -> name.substring("WEB-INF/verify/".length()).replaceFirst("-[0-9][0-9.]*\\.jar$", ""))
                    .sorted().toList();
            assertEquals(List.of("jackson-annotations", "jackson-core", "jackson-databind", "jakarta.json-api",
                    "mariadb-java-client", "parsson"), libraries);
            String licences = text(war, "WEB-INF/verify/README.txt");
            libraries.forEach(library -> assertTrue(licences.contains(library), library));
        }
    }

    @Test
    void everyJarHasItsLicence() throws IOException {
        try (ZipFile war = war()) {
            String licences = text(war, "META-INF/licences.txt");
            for (String library : libraries()) {
                String name = library.replaceFirst("-[0-9][0-9A-Za-z.-]*\\.jar$", "");
                assertTrue(licences.contains(":" + name + ":"), name);
            }
            assertTrue(text(war, "META-INF/LICENSE").contains("Apache License"));
        }
    }

    private static List<String> libraries() throws IOException {
        try (ZipFile war = war()) {
            return war.stream().map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length())).sorted().toList();
        }
    }

    private static ZipFile war() throws IOException {
        return new ZipFile(System.getProperty("it.war"));
    }

    private static String text(ZipFile war, String entry) throws IOException {
        return new String(war.getInputStream(war.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
