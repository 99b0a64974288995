package vn.thang.matter.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.work.FileContent;
import vn.thang.platform.work.HeldFile;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkFile;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Makes the report of an agency, or an archive of those of all at and below it with a manifest of their hashes. */
@ApplicationScoped
class AgencySheetWork implements WorkKind<AgencySheetWork.Wanted> {

    static final String NAME = "agency-sheets";

    private static final String PDF = "application/pdf";
    private static final String ZIP = "application/zip";
    /** The moment that every file in an archive bears, so that equal reports make equal archives. */
    private static final LocalDateTime MOMENT = LocalDateTime.of(2020, 1, 1, 0, 0);

    @Inject
    private SheetMaking sheets;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Event<SheetEvent> events;

    /**
     * Reports that somebody wants.
     *
     * @param subject code of the agency
     * @param below   whether those of all below it are wanted too
     * @param person  who wants them: everybody gets their own
     */
    public record Wanted(String subject, boolean below, String language, Long person) implements WorkInput {

        @Override
        public String once() {
            return String.join(" ", subject, String.valueOf(below), language, String.valueOf(person));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Wanted> input() {
        return Wanted.class;
    }

    @Override
    public WorkResult run(Wanted wanted, Progress progress) {
        Locale language = Texts.language(wanted.language());
        int[] made = {1};
        HeldFile content = held(wanted.below() ? out -> archive(wanted.subject(), language, progress, made, out)
                : out -> out.write(sheets.make(wanted.subject(), language)
                        .orElseThrow(() -> new BusinessException("sheet.no-result"))));
        WorkFile file = wanted.below() ? new WorkFile("thang-" + wanted.subject() + ".zip", ZIP, content)
                : new WorkFile(file(wanted.subject()), PDF, content);
        events.fire(new SheetEvent.SheetsTaken(agencies.get(wanted.subject()).agency().id(), file.name(), made[0],
                content.sha256()));
        return WorkResult.of("work.result.agency-sheets", file.name(), made[0])
                .at("/matter/sheets.xhtml?agency=" + wanted.subject()).with(file);
    }

    private static String file(String agency) {
        return "thang-" + agency + ".pdf";
    }

    /** Agencies without a published result are named in the manifest, so that a missing one is seen. */
    private void archive(String agency, Locale language, Progress progress, int[] made, OutputStream out)
            throws IOException {
        List<String> codes = sheets.atAndBelow(agency);
        StringBuilder manifest = new StringBuilder("sha256,bytes,file\n");
        made[0] = 0;
        ZipOutputStream zip = new ZipOutputStream(out);
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            byte[] report = sheets.make(code, language).orElse(null);
            if (report == null) {
                manifest.append(",,").append(file(code)).append('\n');
            } else {
                put(zip, file(code), report);
                manifest.append(Sha256.hex(report)).append(',').append(report.length).append(',').append(file(code))
                        .append('\n');
                made[0]++;
            }
            progress.at(i + 1L, codes.size(), "work.doing.report");
        }
        put(zip, "manifest.csv", manifest.toString().getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private static HeldFile held(FileContent writer) {
        try {
            return HeldFile.of(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MOMENT);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
