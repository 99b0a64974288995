package vn.thang.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.SessionCookieConfig;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers say of themselves, and which requests come from foreign pages. */
class HeadersFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login.xhtml", "/api/v1/agencies", "/work/file", "/health/ready"})
    void whatIsPrivateIsKeptNowhere(String path) {
        assertEquals("private, no-store", HeadersFilter.headers(path).get("Cache-Control"));
    }

    @Test
    void stylesAndScriptsMayBeKeptAndPublicFilesReadFromElsewhere() {
        assertFalse(HeadersFilter.headers("/jakarta.faces.resource/thang.css.xhtml").containsKey("Cache-Control"));
        assertFalse(HeadersFilter.headers("/open/data.json").containsKey("Cross-Origin-Resource-Policy"));
        assertTrue(HeadersFilter.headers("/login.xhtml").containsKey("Cross-Origin-Resource-Policy"));
    }

    /** The browser takes a cookie of that name from this host over TLS alone; over plain http it would take none. */
    @ParameterizedTest
    @CsvSource({"https://thang.example, 'setName(__Host-THANG) setSecure(true) setPath(/)'",
            "http://localhost:8080, ''", "'', ''"})
    void theCookieIsBoundToTheHostWhereThereIsTls(String address, String expected) {
        List<String> said = new ArrayList<>();
        SessionCookieConfig cookie = (SessionCookieConfig) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{SessionCookieConfig.class}, (proxy, method, arguments) -> {
                    said.add(method.getName() + "(" + arguments[0] + ")");
                    return null;
                });
        HeadersFilter.Cookies.name(cookie, address);
        assertEquals(expected, String.join(" ", said));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"same-origin, -, false", "none, -, false", "-, -, false",
            "cross-site, -, true",
            "same-site, https://thang.example, true", "-, https://thang.example, false",
            "-, https://THANG.example, false",
            "-, https://evil.example, true", "-, https://thang.example.evil.example, true", "-, null, true",
            "-, %zz, true",
            "-, https://thang.example:8443, true", "cross-site, https://thang.example, true"})
    void whereARequestComesFrom(String site, String origin, boolean foreign) {
        assertEquals(foreign, ForeignRequestFilter.isForeign(site, origin, "thang.example"));
    }
}
