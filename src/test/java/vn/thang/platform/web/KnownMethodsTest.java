package vn.thang.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownMethodsTest {

    private final KnownMethods methods = new KnownMethods();

    /** What pages show: records of classes that are public. */
    public record Shown(String name, int level) {

        public String in(String language) {
            return name + " " + language;
        }

        public String one(Object of) {
            return "object";
        }

        public String one(String of) {
            return "text";
        }

        public String counted(int number) {
            return "number " + number;
        }

        public String fails() {
            throw new IllegalStateException("broken");
        }

        public static String fixed() {
            return "static";
        }
    }

    /** Remembers whether the call was taken. */
    private static final class Expression extends ELContext {

        @Override
        public ELResolver getELResolver() {
            return null;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    }

    @Test
    void theOnlyMethodThatTakesTheArgumentsAsTheyAreIsCalled() {
        Shown shown = new Shown("Lào Cai", 3);
        for (int again = 0; again < 2; again++) {
            assertEquals("Lào Cai", called(shown, "name"));
            assertEquals(3, called(shown, "level"));
            assertEquals("Lào Cai vi", called(shown, "in", "vi"));
            assertEquals("Lào Cai null", called(shown, "in", new Object[]{null}));
            assertEquals("number 4", called(shown, "counted", 4));
        }
        assertEquals(2, called(List.of(1, 2), "size"), "its class is not public, the interface is");
        assertEquals("b", called(Map.of("a", "b"), "get", "a"));
    }

    @Test
    void whatHasToBeWeighedOrChangedIsLeftToThePlatform() {
        Shown shown = new Shown("Lào Cai", 3);
        left(shown, "one", "text");
        left(shown, "counted", 4L);
        left(shown, "counted", "4");
        left(shown, "counted", new Object[]{null});
        left(shown, "fixed");
        left(shown, "missing");
        left(shown, "in");
        left(null, "name");
    }

    @Test
    void aFailureOfTheMethodIsToldAsThePlatformTellsIt() {
        ELException failure = assertThrows(ELException.class, () -> called(new Shown("", 0), "fails"));
        assertSame(IllegalStateException.class, failure.getCause().getClass());
    }

    private Object called(Object base, String method, Object... arguments) {
        ELContext context = new Expression();
        context.setPropertyResolved(false);
        Object result = methods.invoke(context, base, method, null, arguments);
        assertTrue(context.isPropertyResolved(), method);
        return result;
    }

    private void left(Object base, String method, Object... arguments) {
        ELContext context = new Expression();
        context.setPropertyResolved(false);
        assertEquals(null, methods.invoke(context, base, method, null, arguments), method);
        assertFalse(context.isPropertyResolved(), method);
    }
}
