package vn.thang.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.thang.it.Programs;

/** The office of the machine, set to Vietnam and told to recalculate every formula when it opens a file. */
public final class LibreOffice {

    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
            <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            <item oor:path="/org.openoffice.Setup/L10N">
            <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
            </oor:items>
            """;

    private final Path program;

    private LibreOffice(Path program) {
        this.program = program;
    }

    public static Optional<LibreOffice> find() {
        return Stream.of("/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice").map(Path::of)
                .filter(Files::isExecutable).findFirst().map(LibreOffice::new);
    }

    /** Returns the LibreOffice of the machine; where there is none, the test goes on as {@link Programs} says. */
    public static LibreOffice installed() {
        Optional<LibreOffice> office = find();
        Programs.need(office.isPresent(), "LibreOffice is not installed on this machine");
        return office.get();
    }

    /** The programs of the office, which are installed one by one. */
    public enum Part {
        WRITER("libswlo.so"), IMPRESS("libsdlo.so");

        private final String library;

        Part(String library) {
            this.library = library;
        }
    }

    /** Returns the LibreOffice of the machine with one of its programs; where that is missing, as {@link Programs} says. */
    public static LibreOffice installed(Part part) throws IOException {
        LibreOffice office = installed();
        Programs.need(Files.exists(office.program.toRealPath().resolveSibling(part.library)),
                "LibreOffice is installed on this machine without " + part);
        return office;
    }

    /** Opens the workbook, recalculates it, and saves it in the folder under the same name. */
    public Path recalculate(Path workbook, Path folder) throws IOException, InterruptedException {
        return convert(workbook, "xlsx:Calc MS Excel 2007 XML", "xlsx",
                Files.createDirectories(folder.resolve("recalculated")));
    }

    /** Opens the document as a person in Vietnam does, and saves it in the folder in another format. */
    public Path convert(Path document, String filter, String ending, Path folder)
            throws IOException, InterruptedException {
        Path profile = Files.createDirectories(folder.resolve("profile"));
        Path settings = Files.createDirectories(profile.resolve("user")).resolve("registrymodifications.xcu");
        Files.writeString(settings, SETTINGS);
        Process process = new ProcessBuilder(program.toString(), "--headless", "--norestore",
                "-env:UserInstallation=" + profile.toUri(), "--convert-to", filter,
                "--outdir", folder.toString(), document.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("soffice.log").toFile()).start();
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("LibreOffice does not end");
        }
        Path saved = folder.resolve(document.getFileName().toString().replaceFirst("\\.\\w+$", "." + ending));
        if (Files.notExists(saved)) {
            throw new IOException("LibreOffice wrote nothing: " + Files.readString(folder.resolve("soffice.log")));
        }
        return saved;
    }
}
