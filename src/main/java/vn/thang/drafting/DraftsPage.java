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

    private List<Part> files = List.of();
    private List<Draft> drafts;
    private List<PublishedVersion> published;
    private List<VersionFaults> refused;
    private List<VersionFaults> remarks;
    private String brought;
    private List<String> broughtFaults;

    public void load() {
        drafts = notices.found(drafting::list);
        published = drafts == null ? List.of() : drafting.published();
        refused = drafts == null ? List.of() : VersionFaults.list(drafting.refused(), language.getLocale());
        remarks = drafts == null ? List.of() : VersionFaults.list(drafting.remarks(), language.getLocale());
        broughtFaults = drafts == null ? List.of()
                : drafting.broughtFaults().stream().map(fault -> fault.line(language.getLocale())).toList();
        brought = drafts == null ? null : drafting.brought().orElse(null);
    }

    /** An archive or a workbook is kept as it is; the files of a folder are packed, and read as every archive is. */
    public String upload() {
        List<ChosenFile> chosen = files == null ? List.of() : files.stream().filter(DraftsPage::isNamed)
                .map(part -> new ChosenFile(part.getSubmittedFileName(), content(part))).toList();
        if (chosen.isEmpty()) {
            notices.refuse(new BusinessException("draft.choose"));
            return null;
        }
        long[] id = {0};
        boolean kept = notices
                .attempt(() -> id[0] = drafting.upload(ChosenFile.names(chosen), ChosenFile.packed(chosen)));
        return kept ? "/drafting/draft?faces-redirect=true&id=" + id[0] : null;
    }

    private static boolean isNamed(Part part) {
        return part.getSubmittedFileName() != null && !part.getSubmittedFileName().isBlank();
    }

    public String takeBrought() {
        long[] id = {0};
        return notices.attempt(() -> id[0] = drafting.takeBrought())
                ? "/drafting/draft?faces-redirect=true&id=" + id[0] : null;
    }

    private static byte[] content(Part part) {
        try (InputStream in = part.getInputStream()) {
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

    /** What is wrong with the programme that came with the application; empty where nothing is. */
    public List<String> getBroughtFaults() {
        return broughtFaults;
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
    }
}
