package vn.thang.open;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vn.thang.platform.Texts;

/** What was made public, as a feed of Atom, the newest first. */
final class OpenFeed {

    private OpenFeed() {
    }

    static String of(String base, List<OpenPublication> all) {
        Markup feed = new Markup(Texts.LANGUAGES.get(0));
        Instant updated = all.stream().map(OpenFeed::changed).max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        feed.add(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">"
                        + "<id>%s</id><title>%s</title><updated>%s</updated><author><name>Thang</name></author>"
                        + "<link rel=\"self\" href=\"%1$s\"/>",
                base + "publications.atom", feed.text("open.catalogue"), updated);
        all.forEach(one -> {
            feed.add("<entry><id>%s</id><title>%s</title><updated>%s</updated>", base + "data/" + one.round() + "#"
                    + one.id(), one.name(), changed(one));
            if (one.open()) {
                feed.add("<link href=\"%s\"/>", base + "vi/" + one.round() + "/");
            }
            feed.add("<summary>%s</summary></entry>", "SHA-256 " + one.hash() + (one.open() ? ""
                    : " – " + feed.text("open.log.until", Texts.moment(feed.language(), one.openedAt()),
                            Texts.moment(feed.language(), one.closedAt()))));
        });
        return feed.add("</feed>").toString();
    }

    /** What is public no more is told by an entry that says so, and leads nowhere. */
    private static Instant changed(OpenPublication one) {
        return one.open() ? one.openedAt() : one.closedAt();
    }
}
