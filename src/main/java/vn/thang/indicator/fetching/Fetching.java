package vn.thang.indicator.fetching;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** A way to get a document from another server. */
public interface Fetching {

    RemoteDocument.Fetched fetch(URI address, Map<String, String> headers) throws RemoteDocument.Failed;

    /** Returns scheme, host and port of an address. */
    static String origin(URI address) {
        return (address.getScheme() + "://" + address.getAuthority()).toLowerCase(Locale.ROOT);
    }
}
