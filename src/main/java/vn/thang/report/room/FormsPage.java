package vn.thang.report.room;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.omnifaces.cdi.Param;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.report.form.FormFault;
import vn.thang.report.form.FormPackage;

/** The forms that the ministry designed, one of them with its versions, and the upload of a template. */
@Named
@RequestScoped
public class FormsPage {

    @Inject
    private FormDesign design;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    @Param
    private Long id;

    private String report;
    private String name;
    private Part file;
    private List<FormFault> faults = List.of();
    private List<ReportForm> forms;
    private List<Report> reports;
    private ReportForm.Whole whole;

    public boolean isFound() {
        if (forms == null) {
            forms = notices.found(design::list);
        }
        return forms != null;
    }

    /** Whether there is the form that the address names. */
    public boolean isOne() {
        if (whole == null) {
            whole = notices.found(() -> design.get(id == null ? 0 : id));
        }
        return whole != null;
    }

    public String begin() {
        return uploaded(() -> design.begin(report, name, file.getSubmittedFileName(), content(), language.getLocale()));
    }

    public String renew() {
        return uploaded(() -> design.renew(id, file.getSubmittedFileName(), content(), language.getLocale()));
    }

    private String uploaded(Supplier<FormDesign.Upload> deed) {
        if (file == null || file.getSubmittedFileName() == null || file.getSubmittedFileName().isBlank()) {
            notices.refuse(new BusinessException("report.form.choose"));
            return null;
        }
        FormDesign.Upload[] upload = {null};
        if (!notices.attempt(() -> upload[0] = deed.get())) {
            return null;
        }
        faults = upload[0].faults();
        if (!faults.isEmpty()) {
            notices.refuse(new BusinessException("report.form.faulty", faults.size()));
            return null;
        }
        notices.say("report.form.uploaded");
        return address(upload[0].form());
    }

    private static String address(long form) {
        return "/report/form?faces-redirect=true&id=" + form;
    }

    private byte[] content() {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(FormPackage.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String keep(long version) {
        return done("report.form.kept", () -> design.keep(version));
    }

    public String publish(long version) {
        return done("report.form.published", () -> design.publish(version));
    }

    public String withdraw(long version) {
        return done("report.form.withdrawn", () -> design.withdraw(version));
    }

    private String done(String key, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(key);
        return address(id);
    }

    public List<ReportForm> getForms() {
        return forms;
    }

    public ReportForm.Whole getWhole() {
        return whole;
    }

    /** The reports that can have forms. */
    public List<Report> getReports() {
        if (reports == null) {
            reports = design.reports();
        }
        return reports;
    }

    /** The title of a report; its name where there is none of that name any more. */
    public String title(String of) {
        return getReports().stream().filter(one -> one.id().equals(of)).findFirst()
                .map(one -> one.title().in(language.getLocale())).orElse(of);
    }

    public List<FormFault> getFaults() {
        return faults;
    }

    public String getReport() {
        return report;
    }

    public void setReport(String newReport) {
        report = newReport;
    }

    public String getName() {
        return name;
    }

    public void setName(String newName) {
        name = newName;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part newFile) {
        file = newFile;
    }
}
