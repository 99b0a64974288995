package vn.thang.drafting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import vn.thang.catalog.VersionFaults;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** What is published, the drafts, and the upload of another one. */
@Named
@RequestScoped
public class DraftsPage {

    @Inject
    private Drafting drafting;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    private Part file;
    private List<Draft> drafts;
    private List<PublishedVersion> published;
    private List<VersionFaults> refused;
    private List<VersionFaults> remarks;
    private String brought;

    public void load() {
        drafts = notices.found(drafting::list);
        published = drafts == null ? List.of() : drafting.published();
        refused = drafts == null ? List.of() : VersionFaults.list(drafting.refused(), language.getLocale());
        remarks = drafts == null ? List.of() : VersionFaults.list(drafting.remarks(), language.getLocale());
        brought = drafts == null ? null : drafting.brought().orElse(null);
    }

    public String upload() {
        if (file == null || file.getSubmittedFileName() == null || file.getSubmittedFileName().isBlank()) {
            notices.refuse(new BusinessException("draft.choose"));
            return null;
        }
        long[] id = {0};
        boolean kept = notices.attempt(() -> id[0] = drafting.upload(file.getSubmittedFileName(), content()));
        return kept ? "/drafting/draft?faces-redirect=true&id=" + id[0] : null;
    }

    public String takeBrought() {
        long[] id = {0};
        return notices.attempt(() -> id[0] = drafting.takeBrought())
                ? "/drafting/draft?faces-redirect=true&id=" + id[0] : null;
    }

    private byte[] content() {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(ModelArchive.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Draft> getDrafts() {
        return drafts;
    }

    public List<PublishedVersion> getPublished() {
        return published;
    }

    public List<VersionFaults> getRefused() {
        return refused;
    }

    public List<VersionFaults> getRemarks() {
        return remarks;
    }

    public String getBrought() {
        return brought;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
