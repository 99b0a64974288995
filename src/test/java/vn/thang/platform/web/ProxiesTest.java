package vn.thang.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private static String caller(String peer, String... forwarded) throws UnknownHostException {
        return new Proxies(List.of("127.0.0.1", "::1", " 10.0.0.5")).caller(peer, List.of(forwarded));
    }

    @Test
    void theLocalProxyIsBelieved() throws UnknownHostException {
        assertEquals("203.0.113.7", caller("127.0.0.1", "203.0.113.7"));
        assertEquals("2001:db8::7", caller("0:0:0:0:0:0:0:1", "2001:db8::7"));
        assertEquals("127.0.0.1", caller("127.0.0.1"));
    }

    @Test
    void nobodyElseIs() throws UnknownHostException {
        assertEquals("198.51.100.1", caller("198.51.100.1", "203.0.113.7"));
        assertEquals("127.0.0.9", caller("127.0.0.9", "203.0.113.7"));
    }

    @Test
    void whatTheCallerWroteBeforeIsNot() throws UnknownHostException {
        assertEquals("203.0.113.7", caller("127.0.0.1", "1.1.1.1, 203.0.113.7"));
        assertEquals("203.0.113.7", caller("127.0.0.1", "1.1.1.1", "203.0.113.7"));
        assertEquals("203.0.113.7", caller("127.0.0.1", "1.1.1.1, 203.0.113.7, 10.0.0.5"));
    }

    @Test
    void whatIsNoAddressIsNotLookedUp() throws UnknownHostException {
        for (String nothing : List.of("", "unknown", "localhost", "evil.example", "203.0.113.7:80", "<b>", ",,")) {
            assertEquals("127.0.0.1", caller("127.0.0.1", nothing), nothing);
        }
        assertThrows(UnknownHostException.class, () -> new Proxies(List.of("not an address")));
    }
}
