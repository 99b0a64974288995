package vn.thang.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The proxies before the server, which alone are believed when they say for whom they ask. */
final class Proxies {

    private final Set<InetAddress> trusted = new HashSet<>();

    /** @throws UnknownHostException when one of them is neither an address nor a known name */
    Proxies(Collection<String> addresses) throws UnknownHostException {
        for (String address : addresses) {
            trusted.add(InetAddress.getByName(address.strip()));
        }
    }

    /**
     * Returns the address of whoever asks. Each proxy adds the address that it saw at the end of the header, so the
     * header is read from its end as long as a trusted proxy has written it; what stands before that anybody may have
     * invented.
     *
     * @param peer      address at the other end of the connection
     * @param forwarded values of X-Forwarded-For in the order of the request
     */
    String caller(String peer, List<String> forwarded) {
        List<String> seen = new ArrayList<>();
        forwarded.forEach(value -> seen.addAll(List.of(value.split(","))));
        String caller = peer;
        for (String address : seen.reversed()) {
            if (!isTrusted(caller) || !isAddress(address.strip())) {
                return caller;
            }
            caller = address.strip();
        }
        return caller;
    }

    private boolean isTrusted(String address) {
        try {
            return trusted.contains(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether this is an address of numbers, which is never looked up by name. */
    private static boolean isAddress(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");
    }
}
