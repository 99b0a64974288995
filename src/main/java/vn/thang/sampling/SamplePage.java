package vn.thang.sampling;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** One audit sample: how it was drawn, its answers to be judged, and what follows for the whole. */
@Named
@ViewScoped
public class SamplePage extends ListPage<AuditSample.Case, CaseOrder> {

    private static final long serialVersionUID = 1L;

    private final Map<Long, String> found = new HashMap<>();
    private final Map<Long, String> reasons = new HashMap<>();
    private transient AuditSampling.Shown shown;

    @Inject
    private AuditSampling sampling;

    @Inject
    private SampleJudging judging;

    @Inject
    private NoticePage notices;

    @Inject
    private Formats formats;

    @Inject
    private Language language;

    @Override
    protected List<String> filters() {
        return List.of("id");
    }

    @Override
    protected CaseOrder[] orders() {
        return CaseOrder.values();
    }

    @Override
    protected boolean prepare() {
        shown = notices.found(() -> sampling.get(id()));
        return shown != null;
    }

    @Override
    protected Slice<AuditSample.Case> cut(Cut<CaseOrder> cut) {
        return sampling.cases(id(), cut);
    }

    @Override
    protected Object key(AuditSample.Case row) {
        return row.id();
    }

    private long id() {
        String id = getAsked().get("id");
        return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    public AuditSampling.Shown getShown() {
        if (shown == null && id() > 0) {
            shown = sampling.get(id());
        }
        return shown;
    }

    /** Judges one answer as it was written in its row. */
    public void judge(AuditSample.Case one) {
        String value = found.get(one.id());
        if (notices.attempt(() -> judging.judge(one.id(), value == null ? null : value.strip(),
                reasons.get(one.id())))) {
            shown = null;
            found.remove(one.id());
            reasons.remove(one.id());
        }
    }

    /** What a part is called. */
    public String name(AuditSample.Stratum part) {
        return part.shown(getShown().sample().division(), language.getLocale());
    }

    public String percent(double share) {
        return formats.percent(BigDecimal.valueOf(share * 100));
    }

    /** What is written into rows, by the number of the case. */
    public Map<Long, String> getFound() {
        return found;
    }

    public Map<Long, String> getReasons() {
        return reasons;
    }
}
