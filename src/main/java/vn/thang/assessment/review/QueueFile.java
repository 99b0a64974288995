package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The queue of the reviewers as a file, with a column for each signal. */
@ApplicationScoped
class QueueFile implements ListFile {

    @Inject
    private AssessmentReview review;

    @Override
    public String name() {
        return "review-queue";
    }

    @Override
    public Content<QueueLine> content(Asked asked) {
        List<Column<QueueLine>> columns = new ArrayList<>(List.of(
                new Column<>(asked.text("heatmap.agency"), 36, QueueLine::agencyName),
                new Column<>(asked.text("organisation.column.code"), 10, QueueLine::agencyCode),
                new Column<>(asked.text("organisation.parent"), 26, QueueLine::parentName),
                new Column<>(asked.text("dashboard.round"), 22, QueueLine::roundName),
                new Column<>(asked.text("assessment.state"), 22,
                        line -> asked.text("assessment.state." + line.state())),
                new Column<>(asked.text("standing.day"), 14, line -> day(line.handedInAt())),
                new Column<>(asked.text("review.stage-end"), 14, QueueLine::dueOn),
                new Column<>(asked.text("review.declared-level"), 12, QueueLine::declaredLevel),
                new Column<>(asked.text("result.preliminary"), 12, QueueLine::level),
                new Column<>(asked.text("review.weight"), 10, QueueLine::risk)));
        for (QueueSignal.Kind kind : QueueSignal.Kind.values()) {
            columns.add(new Column<>(asked.text("review.mark." + kind), 14, line -> QueueSignal.of(line).stream()
                    .filter(signal -> signal.kind() == kind).findFirst().map(QueueSignal::inFile).orElse(null)));
        }
        columns.add(
                new Column<>(asked.text("review.judged-count"), 12, line -> line.judged() + "/" + line.applicable()));
        columns.add(new Column<>(asked.text("review.assigned"), 24, QueueLine::reviewer));
        return new Content<>(asked.text("review.queue"),
                review.queue(QueueFilter.of(asked.filters(), review.seen()), asked.whole(QueueOrder.values())).rows(),
                columns);
    }

    private static LocalDate day(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, Time.ZONE);
    }
}
