package vn.thang.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WantedTest {

    @Test
    void aBoundIsMetUpToItselfAndMissedBeyond() {
        assertEquals("save at most 2,000: met", Wanted.atMost("save", 2_000, 2_000).said());
        assertEquals("save at most 2,000: MISSED", Wanted.atMost("save", 2_000.1, 2_000).said());
        assertEquals("at least 0.9 of the best: met", Wanted.atLeast(0.9, 0.9, "of the best").said());
        assertEquals("at least 0.9 of the best: MISSED", Wanted.atLeast(0.9, 0.89, "of the best").said());
    }

    @Test
    void ofTwoBoundsBothHaveToBeMet() {
        Wanted met = Wanted.atMost("question", 3, 3);
        assertEquals("question at most 3, save at most 2: MISSED", met.and(Wanted.atMost("save", 2.5, 2)).said());
        assertEquals("save at most 2, question at most 3: MISSED", Wanted.atMost("save", 2.5, 2).and(met).said());
        assertEquals("", Wanted.NOTHING.said());
    }
}
