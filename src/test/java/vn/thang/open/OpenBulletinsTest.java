package vn.thang.open;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.thang.platform.Texts;

/** The monthly bulletins may be public while no result is. */
class OpenBulletinsTest {

    private static String page(Locale language, boolean results) {
        return new OpenBulletins(language, "https://thang.example/open/", "/bulletins/", results).list(List.of());
    }

    @Test
    void itLeadsToResultsOnlyWhereSomeArePublic() {
        for (Locale language : Texts.LANGUAGES) {
            String link = "href=\"https://thang.example/open/" + language.getLanguage() + "/\"";
            assertTrue(page(language, true).contains(link), language.toString());
            assertFalse(page(language, false).contains(link), language.toString());
        }
    }
}
