package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.report.RoundFacts;
import vn.thang.report.form.FormFault;
import vn.thang.report.form.FormKind;
import vn.thang.report.form.FormPackage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The ministry designs forms of its own: a template is uploaded and checked, tried on data, kept, published and withdrawn. Only who
 * administers the country does so; whoever may take the report of a published form has it filled, with the rows for that person.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class FormDesign {

    private static final int LONGEST_NAME = 120;

    @Inject
    private ReportForms forms;

    @Inject
    private ReportRoom room;

    @Inject
    private RoundFacts facts;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReportEvent> events;

    /**
     * What came of an upload.
     *
     * @param form   id of the form; 0 where the template has faults, for nothing of it is stored then
     * @param faults what is wrong with it
     */
    public record Upload(long form, List<FormFault> faults) {
    }

    private void checkNational() {
        caller.check(Permission.ADMINISTER, facts.agency(ReportAsking.COUNTRY).path());
    }

    /** Lists the forms. */
    @Requires(Permission.ADMINISTER)
    public List<ReportForm> list() {
        checkNational();
        return forms.list();
    }

    /** Lists the reports that can have forms. */
    @Requires(Permission.ADMINISTER)
    public List<Report> reports() {
        checkNational();
        return room.shelves().stream().flatMap(shelf -> shelf.entries().stream()).map(ReportRoom.Entry::report)
                .filter(FormData::formable).toList();
    }

    /** @throws BusinessException.NotFound when there is no such form */
    @Requires(Permission.ADMINISTER)
    public ReportForm.Whole get(long id) {
        checkNational();
        return new ReportForm.Whole(form(id), forms.versions(id));
    }

    private ReportForm form(long id) {
        return forms.find(id).orElseThrow(() -> new BusinessException.NotFound("report.form.no-form"));
    }

    /** Makes a template to begin with for a report. */
    @Requires(Permission.ADMINISTER)
    public byte[] sample(String report, FormKind kind, Locale language) {
        checkNational();
        return new FormData(formable(report), language).sample().of(kind);
    }

    private Report formable(String id) {
        Report report = room.get(id == null ? "" : id);
        if (!FormData.formable(report)) {
            throw new BusinessException("report.form.no-rows", id);
        }
        return report;
    }

    /** Checks a template for a new form, and stores it where it has no fault. */
    @Requires(Permission.ADMINISTER)
    public Upload begin(String report, String name, String file, byte[] content, Locale language) {
        checkNational();
        Report of = formable(report);
        String called = GivenText.orNull(name);
        if (called == null || called.length() > LONGEST_NAME) {
            throw new BusinessException("report.form.name", LONGEST_NAME);
        }
        if (forms.find(of.id(), called).isPresent()) {
            throw new BusinessException.Conflict("report.form.exists", called);
        }
        FormPackage.Template template = FormPackage.of(file, content);
        List<FormFault> faults = faults(of, template, language);
        return !faults.isEmpty() ? new Upload(0, faults)
                : stored(forms.add(of.id(), called, template, caller.me(), clock.instant()), template);
    }

    /** Checks a template for another version of a form, and stores it where it has no fault. */
    @Requires(Permission.ADMINISTER)
    public Upload renew(long id, String file, byte[] content, Locale language) {
        checkNational();
        ReportForm form = form(id);
        Report of = formable(form.report());
        FormPackage.Template template = FormPackage.of(file, content);
        if (template.kind() != form.kind()) {
            throw new BusinessException("report.form.other-kind", form.kind().ending());
        }
        List<FormFault> faults = faults(of, template, language);
        return !faults.isEmpty() ? new Upload(0, faults) : stored(id, template);
    }

    private static List<FormFault> faults(Report report, FormPackage.Template template, Locale language) {
        return template.kind().template(template.content()).faults(new FormData(report, language).marks());
    }

    private Upload stored(long form, FormPackage.Template template) {
        long version = forms.addVersion(form, template, caller.me(), clock.instant());
        fire("upload-form", forms.version(version).orElseThrow());
        return new Upload(form, List.of());
    }

    /** Keeps a version that was tried. */
    @Requires(Permission.ADMINISTER)
    public void keep(long version) {
        ReportForm.Version held = held(version, ReportForm.Version::trial);
        if (!held.tried()) {
            throw new BusinessException("report.form.not-tried");
        }
        forms.keep(version, caller.me(), clock.instant());
        fire("keep-form", held);
    }

    /** Puts a kept version into use in place of the one before. */
    @Requires(Permission.ADMINISTER)
    public void publish(long version) {
        ReportForm.Version held = held(version, ReportForm.Version::publishable);
        forms.publish(held, caller.me(), clock.instant());
        fire("publish-form", held);
    }

    /** Takes a version out of use; the files that were made by it stay. */
    @Requires(Permission.ADMINISTER)
    public void withdraw(long version) {
        ReportForm.Version held = held(version, ReportForm.Version::published);
        forms.withdraw(held.form(), caller.me(), clock.instant());
        fire("withdraw-form", held);
    }

    /** Finds a version with which something is done that not every state allows. */
    private ReportForm.Version held(long version, Predicate<ReportForm.Version> allowed) {
        checkNational();
        ReportForm.Version held = forms.held(version)
                .orElseThrow(() -> new BusinessException.NotFound("report.form.no-form"));
        if (!allowed.test(held)) {
            throw new BusinessException.Conflict("report.form.not-now");
        }
        return held;
    }

    private void fire(String deed, ReportForm.Version version) {
        ReportForm form = form(version.form());
        events.fire(new ReportEvent.FormChanged(deed, version.id(), form.name(), version.number(), form.report(),
                version.sha256()));
    }

    /** Returns the template of a version as it was uploaded. */
    @Requires(Permission.ADMINISTER)
    public FormPackage.Template template(long version) {
        checkNational();
        ReportForm.Filling filling = forms.filling(version)
                .orElseThrow(() -> new BusinessException.NotFound("report.form.no-form"));
        ReportForm.Version held = forms.version(version).orElseThrow();
        return new FormPackage.Template(held.fileName(), filling.kind(), forms.template(version), held.sha256());
    }
}
