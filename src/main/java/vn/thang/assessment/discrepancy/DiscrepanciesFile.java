package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.list.ListFile;

/** The entries of the register as a file; the workbook beside it has what they come to as well. */
@ApplicationScoped
class DiscrepanciesFile implements ListFile {

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private Catalog catalog;

    @Override
    public String name() {
        return "discrepancies";
    }

    @Override
    public Content<DiscrepancyLine> content(Asked asked) {
        ProgrammeTexts texts = catalog.programmeTexts(asked.language());
        return new Content<>(asked.text("discrepancy.title"),
                register.taken(DiscrepancyFilter.of(asked.filters()), asked.whole(DiscrepancyOrder.values())).rows(),
                List.of(new Column<>(asked.text("organisation.column.code"), 12, DiscrepancyLine::agencyCode),
                        new Column<>(asked.text("heatmap.agency"), 40,
                                line -> AgencyName.of(line.agencyName(), line.agencyNameEn(), asked.language())),
                        new Column<>(asked.text("scorecard.criterion"), 60,
                                line -> line.entry().criterion() + " "
                                        + catalog.texts(line.modelRef(), asked.language())
                                                .criterion(line.entry().criterion()).name()),
                        of(asked.text("discrepancy.declared"), 12, DiscrepancyEntry::declared),
                        of(asked.text("discrepancy.measured"), 12, DiscrepancyEntry::measured),
                        of(asked.text("discrepancy.source"), 40, entry -> texts.indicator(entry.indicator()).name()),
                        of(asked.text("reading.period"), 14, DiscrepancyEntry::period),
                        of(asked.text("reading.value"), 14, DiscrepancyEntry::value),
                        of(asked.text("assessment.state"), 24,
                                entry -> asked.text("discrepancy.state." + entry.state())),
                        of(asked.text("discrepancy.explanation"), 60, DiscrepancyEntry::explanation),
                        of(asked.text("exemption.decision"), 60, DiscrepancyEntry::reason)));
    }

    private static Column<DiscrepancyLine> of(String head, int width, Function<DiscrepancyEntry, Object> value) {
        return new Column<>(head, width, line -> value.apply(line.entry()));
    }
}
