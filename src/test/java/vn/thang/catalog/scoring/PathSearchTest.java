package vn.thang.catalog.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Gate;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;
import vn.thang.core.scoring.Answers;

class PathSearchTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static MaturityModel model(int criteria) {
        Random random = new Random(1);
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < criteria; i++) {
            children.add(Criterion.of("C" + i, 1 + random.nextInt(100_000), false));
        }
        Dimension whole = new Dimension("", 1, false, Gate.OF_DIMENSION, children);
        return new MaturityModel("m", "1", MaturityModel.Status.PROPOSAL, whole);
    }

    @Test
    void whatTakesTooLongIsGivenUpAndStops() throws InterruptedException {
        PathSearch search = new PathSearch(threads, Duration.ofMillis(300));
        for (int i = 0; i < 4; i++) {
            assertTrue(search.toLevel(model(2000), Answers.NONE, 3).givenUp());
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS), "a search went on after it was given up");
    }

    @Test
    void whatIsFoundInTimeIsTold() {
        PathSearch.Found found = new PathSearch(threads, Duration.ofSeconds(20)).toLevel(model(3), Answers.NONE, 1);
        assertFalse(found.givenUp());
        assertEquals(1, found.path().orElseThrow().level());
    }
}
