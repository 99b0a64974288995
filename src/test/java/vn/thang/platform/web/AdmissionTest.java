package vn.thang.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final int LONG = 60;

    @Test
    void noMoreAreLetInThanThereArePlaces() {
        Admission admission = new Admission(2, 10, 0);
        Admission.Place first = admission.inside().orElseThrow();
        admission.arriving(false).orElseThrow();
        assertTrue(admission.inside().isEmpty());
        first.close();
        assertTrue(admission.inside().isPresent());
        assertTrue(admission.arriving(false).isEmpty());
    }

    @Test
    void whoIsInsideWaitsAndWhoArrivesDoesNotWhileManyWait() throws Exception {
        Admission admission = new Admission(4, 10, LONG);
        List<Admission.Place> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(admission.inside().orElseThrow());
        }
        try (ExecutorService people = Executors.newCachedThreadPool()) {
            List<Future<Optional<Admission.Place>>> waiting = new ArrayList<>();
            for (int i = 1; i <= 2; i++) {
                waiting.add(people.submit(admission::inside));
                await(admission, i);
            }
            assertTrue(admission.arriving(false).isEmpty(), "two wait inside, half as many as there are places");
            Future<Optional<Admission.Place>> sending = people.submit(() -> admission.arriving(true));
            await(admission, 3);
            held.forEach(Admission.Place::close);
            for (Future<Optional<Admission.Place>> one : waiting) {
                one.get().orElseThrow().close();
            }
            sending.get().orElseThrow().close();
        }
        assertEquals(0, admission.waiting());
        assertTrue(admission.arriving(false).isPresent());
    }

    @Test
    void whoIsInsideIsRefusedOnlyWhenTooManyWait() throws Exception {
        Admission admission = new Admission(1, 1, LONG);
        Admission.Place held = admission.inside().orElseThrow();
        try (ExecutorService people = Executors.newCachedThreadPool()) {
            Future<Optional<Admission.Place>> waiting = people.submit(admission::inside);
            await(admission, 1);
            assertTrue(admission.inside().isEmpty());
            assertFalse(waiting.isDone());
            held.close();
            assertTrue(waiting.get().isPresent());
        }
    }

    /** However many arrive, three quarters of the places are for those who work. */
    @Test
    void whoArrivesTakesAQuarterOfThePlacesAtMost() {
        Admission admission = new Admission(8, 10, 0);
        Admission.Place first = admission.arriving(false).orElseThrow();
        Admission.Place second = admission.arriving(false).orElseThrow();
        assertTrue(admission.arriving(false).isEmpty());
        for (int i = 0; i < 6; i++) {
            assertTrue(admission.inside().isPresent());
        }
        first.close();
        assertTrue(admission.inside().isPresent());
        assertTrue(admission.arriving(false).isEmpty(), "no place is left");
        second.close();
        assertTrue(admission.arriving(false).isPresent());
    }

    private static void await(Admission admission, int waiting) {
        while (admission.waiting() < waiting) {
            Thread.onSpinWait();
        }
    }
}
