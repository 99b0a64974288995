package vn.thang.organisation.sheet;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;

/** A file of agencies: chosen, checked, and then applied as it was checked. */
@Named
@RequestScoped
public class ImportPage {

    private static final int MOST_SHOWN = 200;

    @Inject
    private AgencyImport agencyImport;

    @Inject
    private PendingImport pending;

    @Inject
    private NoticePage notices;

    @Inject
    private FacesContext faces;

    private Part file;
    private String hash;
    private boolean rightRowsOnly;
    private ImportReport report;

    /** The file is named by the address, or by the form that applies it: known before any part of the page is decoded. */
    @PostConstruct
    void begin() {
        hash = faces.getExternalContext().getRequestParameterMap().get("file");
    }

    public void load() {
        notices.found(agencyImport::open);
    }

    /** Checks the file; what comes out has an address of its own until another file is chosen. */
    public String check() {
        if (file == null || file.getSubmittedFileName() == null || file.getSubmittedFileName().isBlank()) {
            notices.refuse(new BusinessException("organisation.import.choose"));
            return null;
        }
        byte[] content = content();
        String[] checked = new String[1];
        boolean done = notices.attempt(() -> checked[0] = agencyImport.check(content).hash());
        if (!done) {
            return null;
        }
        pending.keep(checked[0], file.getSubmittedFileName(), content);
        return "/organisation/import?faces-redirect=true&file=" + checked[0];
    }

    public String apply() {
        byte[] content = pending.content(hash).orElse(null);
        if (content == null) {
            notices.refuse(new BusinessException("organisation.import.gone"));
            return null;
        }
        long[] work = {0};
        boolean started = notices.attempt(() -> {
            work[0] = agencyImport.start(pending.name(), content, rightRowsOnly);
            pending.drop();
        });
        return started ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }

    private byte[] content() {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(AgencyFile.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of a long list; the page says how many there are in all. */
    public <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(MOST_SHOWN, rows.size()));
    }

    public boolean isCut() {
        return Stream.of(report.faults(), report.changed(), report.created())
                .anyMatch(rows -> rows.size() > MOST_SHOWN);
    }

    public boolean isGone() {
        return hash != null && getReport() == null;
    }

    public ImportReport getReport() {
        if (report == null && hash != null) {
            report = notices.found(() -> pending.content(hash).map(agencyImport::check).orElse(null));
        }
        return report;
    }

    public String getName() {
        return pending.name();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getHash() {
        return hash;
    }

    public boolean isRightRowsOnly() {
        return rightRowsOnly;
    }

    public void setRightRowsOnly(boolean rightRowsOnly) {
        this.rightRowsOnly = rightRowsOnly;
    }
}
