package vn.thang.indicator;

import java.net.URI;
import java.util.Map;

/** A way to get a document from another server. */
interface Fetching {

    RemoteDocument.Fetched fetch(URI address, Map<String, String> headers) throws RemoteDocument.Failed;
}
