package vn.thang.indicator.fetching;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Which addresses may be asked. An address of a connector is a way into this network, so only http and https are spoken, at the
 * ports of the rule, and no private, local or reserved address is asked unless its host is allowed by name. A name is looked up
 * once, and what was checked is connected to; where a proxy goes out for this network, it looks up what nobody here knows.
 */
record AddressRule(RemoteDocument.Limits limits, Names names) {

    private static final Logger LOG = Logger.getLogger(AddressRule.class.getName());
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Looks up the addresses of a name. */
    interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /** Says that a name leads inside. */
    static final class Inside extends UnknownHostException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Checks an address before it is kept. Whoever asks it later checks again what its name stands for by then.
     *
     * @throws RemoteDocument.Failed when the address must not be asked
     */
    void guard(URI address) throws RemoteDocument.Failed {
        shape(address);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        try {
            resolve(host);
        } catch (Inside e) {
            throw new RemoteDocument.Failed("private", host);
        } catch (UnknownHostException e) {
            if (limits.proxy() == null) {
                throw new RemoteDocument.Failed("unreachable", host);
            }
        }
    }

    /**
     * Checks what stands in the address itself: the scheme, the port, an address in figures that leads inside.
     *
     * @throws RemoteDocument.Failed when the address must not be asked
     */
    void shape(URI address) throws RemoteDocument.Failed {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || address.getHost() == null || address.getUserInfo() != null) {
            throw new RemoteDocument.Failed("address", address);
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (limits.allowedHosts().contains(host)) {
            return;
        }
        int port = address.getPort() < 0 ? scheme.equals("https") ? HTTPS : HTTP : address.getPort();
        boolean wrong = !limits.ports().contains(port);
        if (wrong || limits.proxy() != null) {
            outside(host);
        }
        if (wrong) {
            throw new RemoteDocument.Failed("port", Integer.toString(port), host);
        }
    }

    /** A proxy must not become the way inside: what is known here to lead inside is not asked of it. */
    private void outside(String host) throws RemoteDocument.Failed {
        try {
            resolve(host);
        } catch (Inside e) {
            throw new RemoteDocument.Failed("private", host);
        } catch (UnknownHostException e) {
            LOG.log(Level.FINE, "Nobody here knows the name", e);
        }
    }

    /** Whether the host is asked without the proxy. */
    boolean direct(String host) {
        return limits.proxy() == null || limits.allowedHosts().contains(host);
    }

    /** What connects to a host looks it up here. */
    DnsResolver resolver(String host) {
        return checked(direct(host) ? this::resolve : names);
    }

    /** The proxy itself may stand inside; what is asked of it was checked before. */
    private static DnsResolver checked(Names names) {
        return new DnsResolver() {

            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.lookUp(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /** Where to connect for a name: everything it stands for is outside, or nothing is connected to. */
    private InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.lookUp(host);
        if (!limits.allowedHosts().contains(host.toLowerCase(Locale.ROOT))
                && Arrays.stream(found).anyMatch(AddressRule::isInside)) {
            throw new Inside();
        }
        return found;
    }

    private static boolean isInside(InetAddress ip) {
        byte[] bytes = ip.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean four = bytes.length == 4;
        return ip.isLoopbackAddress() || ip.isAnyLocalAddress() || ip.isLinkLocalAddress() || ip.isSiteLocalAddress()
                || ip.isMulticastAddress()
                || four && (first == 0 || first >= 224 || first == 100 && second >= 64 && second < 128
                        || first == 192 && second == 0
                        || first == 198 && (second == 18 || second == 19))
                || !four && ((first & 0xfe) == 0xfc || first == 0x20 && second == 0x02 || first == 0x00
                        || first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
    }
}
