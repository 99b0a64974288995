package vn.thang.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.discrepancy.DiscrepancyEntry;
import vn.thang.assessment.discrepancy.DiscrepancyProcedure;
import vn.thang.security.Caller;

/**
 * Invented explanations of what the demonstration declares above its readings, and decisions on some of them, where
 * {@code thang.demo} is set and nothing was explained yet. What waits for a signature is explained in full; whoever is at
 * work has still to do it.
 */
@Singleton
@Startup
@DependsOn("DemoReadings")
public class DemoDiscrepancies {

    private static final int EXPLAINED = 6;
    private static final int DECIDED = 3;
    private static final List<String> EXPLANATIONS = List.of(
            "Minh họa: nguồn dữ liệu chưa cập nhật kết quả của quý này; cơ quan đã gửi báo cáo bổ sung.",
            "Minh họa: số đo chưa tính các hệ thống chuyển giao từ đơn vị sáp nhập.",
            "Minh họa: số liệu của nguồn chỉ tính đơn vị trực thuộc, chưa tính cơ quan chính.");
    private static final String ACCEPTED = "Minh họa: đã đối chiếu báo cáo bổ sung.";
    private static final String REJECTED = "Minh họa: tài liệu kèm theo không chứng minh mức tự đánh giá.";

    @Inject
    private Jdbi jdbi;

    @Inject
    private DiscrepancyProcedure procedure;

    @Inject
    private Caller caller;

    @Inject
    @ConfigProperty(name = "thang.demo", defaultValue = "false")
    private boolean wanted;

    private record DemoEntry(long assessment, String criterion, AssessmentState state) {
    }

    @PostConstruct
    void load() {
        if (!wanted) {
            return;
        }
        List<DemoEntry> entries = entries();
        caller.actAsSystem();
        entries.forEach(this::invent);
    }

    private void invent(DemoEntry entry) {
        SplittableRandom random = new SplittableRandom((entry.assessment() + entry.criterion()).hashCode());
        int drawn = random.nextInt(10);
        boolean handedIn = entry.state() == AssessmentState.HANDED_IN || entry.state() == AssessmentState.ADMITTED;
        if (entry.state() != AssessmentState.READY && !(handedIn && drawn < EXPLAINED)) {
            return;
        }
        procedure.explain(entry.assessment(), entry.criterion(), EXPLANATIONS.get(random.nextInt(EXPLANATIONS.size())));
        if (handedIn && drawn < DECIDED) {
            DiscrepancyEntry explained = procedure.find(entry.assessment(), entry.criterion()).orElseThrow();
            boolean accept = random.nextInt(3) > 0;
            procedure.decide(entry.assessment(), entry.criterion(), accept, accept ? ACCEPTED : REJECTED,
                    explained.newestStep());
        }
    }

    /** Those that stand; none once anything was explained. */
    private List<DemoEntry> entries() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT d.assessment_id AS assessment, d.criterion, s.state
                FROM discrepancy d
                JOIN assessment s ON s.id = d.assessment_id
                WHERE d.stands = 1 AND NOT EXISTS (SELECT 1 FROM discrepancy e WHERE e.explained_at IS NOT NULL)
                ORDER BY d.id""").mapTo(DemoEntry.class).list());
    }
}
