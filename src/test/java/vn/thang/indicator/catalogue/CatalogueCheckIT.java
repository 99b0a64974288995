package vn.thang.indicator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;

/** Who may let the server read a catalogue, and that it never reads one inside its own network. */
@ExtendWith(ArquillianExtension.class)
class CatalogueCheckIT {

    @Inject
    private CatalogueCheck check;

    @Inject
    private Caller caller;

    @Test
    void officersMayNot() {
        for (String person : List.of("canbo", "canbo.bo")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class,
                    () -> check.check("https://example.org", CatalogueCheck.Kind.CKAN), person);
        }
    }

    @Test
    void theServerItselfIsNotAsked() {
        for (String person : List.of("lanhdao.tinh", "kiemtoan")) {
            caller.actAs(person);
            for (CatalogueCheck.Kind kind : CatalogueCheck.Kind.values()) {
                assertEquals("connector.private",
                        assertThrows(BusinessException.class, () -> check.check("http://127.0.0.1:8080/", kind)).key());
            }
        }
    }
}
