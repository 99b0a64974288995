package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.ruling.AskedExemption;
import vn.thang.assessment.ruling.ExemptionFilter;
import vn.thang.assessment.ruling.ExemptionOrder;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The requests for exemptions that wait for a decision as a file. */
@ApplicationScoped
class ExemptionsFile implements ListFile {

    @Inject
    private ExemptionRequest request;

    @Inject
    private Catalog catalog;

    @Override
    public String name() {
        return "exemptions";
    }

    @Override
    public Content<AskedExemption> content(Asked asked) {
        return new Content<>(asked.text("exemption.title"),
                request.open(ExemptionFilter.of(asked.filters()), asked.whole(ExemptionOrder.values())).rows(),
                List.of(new Column<>(asked.text("heatmap.agency"), 36, AskedExemption::agencyName),
                        new Column<>(asked.text("dashboard.round"), 24, AskedExemption::roundName),
                        new Column<>(asked.text("scorecard.criterion"), 12, AskedExemption::criterion),
                        new Column<>(asked.text("exemption.question"), 60,
                                one -> catalog.isReadable(one.modelRef()) ? catalog.texts(one.modelRef(),
                                        asked.language()).criterion(one.criterion()).question() : ""),
                        new Column<>(asked.text("exemption.reason-label"), 50, AskedExemption::reason),
                        new Column<>(asked.text("exemption.asked-by"), 26, AskedExemption::askedBy),
                        new Column<>(asked.text("exemption.asked-at"), 14,
                                one -> LocalDate.ofInstant(one.askedAt(), Time.ZONE))));
    }
}
