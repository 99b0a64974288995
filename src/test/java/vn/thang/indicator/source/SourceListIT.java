package vn.thang.indicator.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.indicator.source.ReadingSources.Health;
import vn.thang.indicator.source.ReadingSources.Source;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.list.Cut;

/** The list of sources: its orders, its filter and what it costs. */
class SourceListIT extends ContainerFixture {

    @Inject
    private ReadingSources sources;

    @Test
    void theSourcesAreSortedByEachColumnForTheSameStatements() {
        caller.actAs("quantri");
        int all = sources.list().size();
        assertTrue(all > 1);
        long used = used(() -> sources.list());
        for (SourceOrder order : SourceOrder.values()) {
            for (boolean descending : new boolean[]{false, true}) {
                List<Source> rows = sources.list("", Cut.whole(order, descending)).rows();
                assertEquals(all, rows.size(), order.name());
                Comparator<Source> by = descending ? order.by().reversed() : order.by();
                assertTrue(IntStream.range(1, rows.size())
                        .allMatch(i -> by.compare(rows.get(i - 1), rows.get(i)) <= 0), order.name());
                assertEquals(used, used(() -> sources.list(null, new Cut<>(order, descending, 1, 25))), order.name());
            }
        }
    }

    @Test
    void theyAreCutByTheirHealthAndByWhatNeedsAttention() {
        caller.actAs("quantri");
        sql("UPDATE reading_sum SET readings = 0 WHERE indicator = 'ai_applications'");
        List<Source> needy = sources.list(ReadingSources.ATTENTION, Cut.by(SourceOrder.INDICATORS)).rows();
        assertEquals(sources.attention().sources(), needy.size());
        assertTrue(!needy.isEmpty() && needy.stream().allMatch(Source::needy));
        for (Health health : Health.values()) {
            assertEquals(sources.list().stream().filter(one -> one.health() == health).count(),
                    sources.list(health.name(), Cut.by(SourceOrder.INDICATORS)).total());
        }
        assertEquals(sources.list().size(), Stream.of("", "nothing").mapToLong(
                show -> sources.list(show, Cut.by(SourceOrder.INDICATORS)).total()).max().orElseThrow());
        caller.actAs("lanhdao");
        forbidden(() -> sources.list(null, Cut.by(SourceOrder.INDICATORS)));
    }
}
