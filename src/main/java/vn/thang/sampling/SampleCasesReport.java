package vn.thang.sampling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.ReportRows;
import vn.thang.platform.list.Cut;

/** The answers of the audit samples of a round for a report, with how each sample was drawn and what was found. */
@ApplicationScoped
class SampleCasesReport implements ReportRows {

    @Inject
    private AuditSampling sampling;

    @Override
    public String name() {
        return "sample-cases";
    }

    @Override
    public Set<String> columns() {
        return Set.of("sample", "purpose", "seed", "population", "size", "confidence", "tolerable", "stratum", "code",
                "name", "agency_path", "criterion", "question", "value", "found", "standing", "reason", "judged_by",
                "judged_at");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        for (AuditSample sample : sampling.list()) {
            if (sample.round().equals(asked.round())) {
                Map<String, String> parts = parts(sample, asked.language());
                sampling.cases(sample.id(), Cut.whole(CaseOrder.DRAWN, false)).rows().stream()
                        .filter(one -> one.agencyPath().startsWith(asked.agencyPath()))
                        .forEach(one -> reader.accept(row(sample, one, parts, asked)));
            }
        }
    }

    /** What its parts are called, by the name under which they are kept. */
    private Map<String, String> parts(AuditSample sample, Locale language) {
        return sampling.get(sample.id()).strata().stream().collect(Collectors.toMap(AuditSample.Stratum::name,
                part -> part.shown(sample.division(), language)));
    }

    private static Map<String, Object> row(AuditSample sample, AuditSample.Case one, Map<String, String> parts,
            Asked asked) {
        Map<String, Object> row = new HashMap<>();
        row.put("sample", sample.id());
        row.put("purpose", sample.purpose());
        row.put("seed", sample.seed());
        row.put("population", sample.population());
        row.put("size", sample.size());
        row.put("confidence", sample.confidence());
        row.put("tolerable", sample.tolerable());
        row.put("stratum", parts.get(one.stratum()));
        row.put("code", one.agency());
        row.put("name", AgencyName.of(one.agencyName(), one.agencyNameEn(), asked.language()));
        row.put("agency_path", one.agencyPath());
        row.put("criterion", one.criterion());
        row.put("question", one.criterion());
        row.put("value", one.value());
        row.put("found", one.found());
        row.put("standing", !one.judged() ? "waits" : one.wrong() ? "wrong" : "right");
        row.put("reason", one.reason());
        row.put("judged_by", one.judgedName());
        row.put("judged_at", one.judgedAt());
        return row;
    }
}
