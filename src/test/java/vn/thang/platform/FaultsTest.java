package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void everythingThatIsWrongIsRefusedAtOnceWithItsField() {
        assertEquals("a", faults.take("name", () -> GivenText.required(" a ", 3, "round.name")));
        assertNull(faults.take("reason", () -> GivenText.required(" ", 3, "stage.reason")));
        assertFalse(faults.require(false, "code", "round.code"));
        faults.check(null, () -> {
            throw new BusinessException.Conflict("round.changed");
        });
        Faults.Refused refused = assertThrows(Faults.Refused.class, faults::refuse);
        assertEquals(List.of("reason stage.reason", "code round.code", "null round.changed"), refused.faults().stream()
                .map(fault -> fault.field() + " " + fault.refusal().key()).toList());
        assertEquals("stage.reason", refused.key());
        assertEquals(3, refused.arguments()[0]);
        assertEquals(400, refused.status());
    }

    @Test
    void nothingIsRefusedWhereNothingIsWrong() {
        faults.require(true, "code", "round.code");
        faults.refuse();
    }

    @Test
    void theFaultsOfAFormWithinAreItsOwn() {
        faults.check("all", () -> {
            Faults inner = new Faults();
            inner.require(false, "code", "round.code");
            inner.refuse();
        });
        assertEquals("code", assertThrows(Faults.Refused.class, faults::refuse).faults().get(0).field());
    }

    @Test
    void whoMayNotIsRefusedAtOnce() {
        assertThrows(BusinessException.Forbidden.class, () -> faults.check("code", () -> {
            throw new BusinessException.Forbidden("security.forbidden");
        }));
    }
}
