package vn.thang.indicator.connector;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The raw answers of a run as one file, with a list of what they are. */
public final class RawAnswers {

    private final String file;
    private final List<ConnectorRuns.Answer> answers;

    RawAnswers(String file, List<ConnectorRuns.Answer> answers) {
        this.file = file;
        this.answers = List.copyOf(answers);
    }

    String file() {
        return file;
    }

    void write(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder list = new StringBuilder();
            for (ConnectorRuns.Answer answer : answers) {
                String name = "%03d".formatted(answer.part());
                list.append(answer.sha256()).append("  ").append(name).append("  ").append(answer.mediaType())
                        .append("  ").append(answer.address()).append('\n');
                zip.putNextEntry(new ZipEntry(name));
                zip.write(answer.content());
            }
            zip.putNextEntry(new ZipEntry("SHA256SUMS"));
            zip.write(list.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
