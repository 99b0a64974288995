package vn.thang.indicator.fetching;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages in which a source hands over what it has: each is read once, and none elsewhere than the first. */
final class DocumentPages {

    private static final int MOST_PAGES = 500;

    private DocumentPages() {
    }

    /** Reads a page. */
    interface PageReader {

        /** Returns the address of the page that follows, as the source wrote it; null or blank for none. */
        String read(RemoteDocument.Fetched page) throws RemoteDocument.Failed;
    }

    /**
     * Reads all pages; a source that leads to the same page again is read once.
     *
     * @throws RemoteDocument.Failed when a page cannot be read, or leads to another server: a part is never the whole
     */
    static void each(Fetching documents, URI begin, Map<String, String> headers, PageReader reader)
            throws RemoteDocument.Failed {
        List<URI> seen = new ArrayList<>();
        Optional<URI> next = Optional.of(begin);
        while (next.isPresent() && !seen.contains(next.get())) {
            if (seen.size() == MOST_PAGES) {
                throw new RemoteDocument.Failed("too-many-pages", MOST_PAGES);
            }
            URI page = next.get();
            seen.add(page);
            next = next(reader.read(documents.fetch(page, headers)), page);
        }
    }

    private static Optional<URI> next(String address, URI page) throws RemoteDocument.Failed {
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        try {
            URI next = page.resolve(address.strip());
            if (!Fetching.origin(next).equals(Fetching.origin(page))) {
                throw new RemoteDocument.Failed("next-page", next.getHost());
            }
            return Optional.of(next);
        } catch (IllegalArgumentException e) {
            throw new RemoteDocument.Failed("next-page", address);
        }
    }
}
