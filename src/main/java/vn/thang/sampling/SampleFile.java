package vn.thang.sampling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.ListFile;

/** The answers of an audit sample as a file. */
@ApplicationScoped
class SampleFile implements ListFile {

    @Inject
    private AuditSampling sampling;

    @Override
    public String name() {
        return "audit-sample";
    }

    @Override
    public Content<AuditSample.Case> content(Asked asked) {
        long id = GivenText.number(asked.of("id"));
        return new Content<>(asked.text("sampling.sample") + " " + id,
                sampling.cases(id, asked.whole(CaseOrder.values())).rows(),
                List.of(new Column<>(asked.text("organisation.column.code"), 12, AuditSample.Case::agency),
                        new Column<>(asked.text("sampling.agency"), 40,
                                one -> AgencyName.of(one.agencyName(), one.agencyNameEn(), asked.language())),
                        new Column<>(asked.text("sampling.criterion"), 12, AuditSample.Case::criterion),
                        new Column<>(asked.text("sampling.value"), 16, AuditSample.Case::value),
                        new Column<>(asked.text("sampling.found"), 16, one -> one.judged() && one.found() == null
                                ? asked.text("sampling.hidden") : one.found()),
                        new Column<>(asked.text("sampling.reason"), 60, AuditSample.Case::reason),
                        new Column<>(asked.text("sampling.by"), 28, AuditSample.Case::judgedName),
                        new Column<>(asked.text("sampling.judged"), 18, AuditSample.Case::judgedAt)));
    }
}
