package vn.thang.organisation.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.TransactionFixture;
import vn.thang.organisation.people.People;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;

/** People keep views of their own; everything is undone. */
@ExtendWith(ArquillianExtension.class)
class ViewKeepingIT {

    private static final String PAGE = "/some/list.xhtml";

    @Inject
    private ViewKeeping keeping;

    @Inject
    private Caller caller;

    private final TransactionFixture transaction = new TransactionFixture();

    @BeforeEach
    void begin() throws Exception {
        transaction.begin();
        caller.actAs("kiemtoan");
    }

    @AfterEach
    void undo() throws Exception {
        transaction.rollback();
    }

    @Test
    void aViewOfTheSameNameIsReplacedAndEveryListHasItsOwn() {
        keeping.keep(PAGE, " Quá hạn ", "state=OPEN");
        keeping.keep(PAGE, "Quá hạn", "state=LATE");
        keeping.keep("/other.xhtml", "Quá hạn", "q=a");
        assertEquals(List.of("state=LATE"), keeping.list(PAGE).stream().map(KeptView::query).toList());
        assertEquals("Quá hạn", keeping.list(PAGE).get(0).name());
    }

    @Test
    void nobodySeesOrForgetsTheViewsOfOthers() {
        keeping.keep(PAGE, "Quá hạn", "state=OPEN");
        long id = keeping.list(PAGE).get(0).id();
        caller.actAs("lanhdao");
        assertEquals(List.of(), keeping.list(PAGE));
        keeping.forget(id);
        caller.actAs("kiemtoan");
        assertEquals(1, keeping.list(PAGE).size());
        keeping.forget(id);
        assertEquals(List.of(), keeping.list(PAGE));
    }

    @Test
    void namesAndNumbersHaveALimit() {
        assertRefused("view.name-missing", "  ", "");
        assertRefused("view.name-missing", "x".repeat(ViewKeeping.LONGEST_NAME + 1), "");
        assertRefused("view.too-long", "x", "x".repeat(1001));
        for (int i = 0; i < ViewKeeping.MOST; i++) {
            keeping.keep(PAGE, "view " + i, "");
        }
        assertRefused("view.too-many", "one more", "");
        keeping.keep(PAGE, "VIEW 3", "q=changed");
        assertEquals(ViewKeeping.MOST, keeping.list(PAGE).size());
    }

    private void assertRefused(String key, String name, String query) {
        assertEquals(key,
                assertThrows(BusinessException.class, () -> keeping.keep(PAGE, name, query)).key());
    }
}
