package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal is found in whatever it is wrapped in, and so is the database that is busy. */
class RefusalTest {

    @Test
    void theRefusalOfAUseCaseIsFound() {
        BusinessException refusal = new BusinessException.NotFound("round.unknown", "X");
        assertSame(refusal, Refusal.in(new IllegalStateException(new RuntimeException(refusal))).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {1205, 1213})
    void aDatabaseThatIsBusyMayBeAskedAgain(int code) {
        SQLException busy = new SQLException("busy", "HY000", code);
        BusinessException refusal = Refusal.in(new IllegalStateException(busy)).orElseThrow();
        assertEquals("app.busy", refusal.key());
        assertEquals(409, refusal.status());
        assertTrue(Refusal.in(new RuntimeException(new BatchUpdateException("x", "HY000", code, new int[0], busy)))
                .isPresent());
    }

    @Test
    void everyOtherFailureIsNone() {
        assertEquals(Optional.empty(),
                Refusal.in(new IllegalStateException(new SQLException("syntax", "42000", 1064))));
        assertEquals(Optional.empty(), Refusal.in(new IllegalStateException()));
    }
}
