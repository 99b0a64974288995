package vn.thang.indicator.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that follows is found in whichever way the standard lets a server write it beside a document. */
class NextPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"<?p=2>; rel=\"next\"", "<?p=2>;rel=next", "<?p=2>; title=\"trang 2, sau\"; rel=\"next\"",
            "<?p=1>; rel=\"prev\", <?p=2>; rel=\"next\", <?p=9>; rel=\"last\"", "<?p=2>; REL=\"last Next\"",
            "<a,b>; rel=first, <?p=2> ; rel = next", "< ?p=2 >; rel=\"next\""})
    void everyFormIsRead(String header) {
        assertEquals(Optional.of("?p=2"), NextPage.of(List.of(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<?p=2>", "<?p=2>; rel=\"nextish\"", "<?p=2>; rel=prev", "?p=2; rel=next",
            "<?p=2>; rel=prev; rel=next"})
    void whatIsNoNextPageIsNone(String header) {
        assertEquals(Optional.empty(), NextPage.of(List.of(header)));
    }

    @Test
    void manyParametersHarmNobody() {
        assertEquals(Optional.of("b"), NextPage.of(List.of("<b>" + "; a=b".repeat(10_000) + "; rel=next")));
        assertEquals(Optional.empty(), NextPage.of(List.of("<b>" + "; a=\"b".repeat(10_000))));
    }

    @Test
    void itMayStandInAnyOfSeveralHeaders() {
        assertEquals(Optional.of("b"), NextPage.of(List.of("<a>; rel=\"license\"", "<b>; rel=\"next\"")));
        assertEquals(Optional.empty(), NextPage.of(List.of()));
    }
}
