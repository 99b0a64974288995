package vn.thang.indicator.fetching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the page that follows in what a server says beside a document: a header {@code Link} with the relation {@code next}
 * (RFC 8288). A source whose pages are told there alone would otherwise be read to the end of its first.
 */
final class NextPage {

    private static final Pattern LINK = Pattern
            .compile("<([^>]*)>((?:\\s*;\\s*[^\\s=;,]++(?:\\s*=\\s*(?:\"[^\"]*+\"|[^\\s;,\"]*+))?+)*+)");
    private static final Pattern RELATION = Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))",
            Pattern.CASE_INSENSITIVE);

    private NextPage() {
    }

    /** Returns the address as it is written there; empty where no page follows. */
    static Optional<String> of(List<String> headers) {
        for (String header : headers) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                Matcher relation = RELATION.matcher(link.group(2));
                if (relation.find() && isNext(relation.group(1) == null ? relation.group(2) : relation.group(1))) {
                    return Optional.of(link.group(1).strip());
                }
            }
        }
        return Optional.empty();
    }

    /** A link may have several relations, of which the first parameter alone counts. */
    private static boolean isNext(String relations) {
        return List.of(relations.strip().toLowerCase(Locale.ROOT).split("\\s+")).contains("next");
    }
}
