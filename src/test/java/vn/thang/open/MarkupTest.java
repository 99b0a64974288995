package vn.thang.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thang.platform.Texts;

/** What comes from outside stands in pages for everybody as text and nothing else. */
class MarkupTest {

    private static final String HOSTILE = "<script>alert('1')</script>\" onload=\"x&%s";

    private static Markup markup() {
        return new Markup(Texts.LANGUAGES.get(0));
    }

    @Test
    void whatIsPutInIsEscaped() {
        assertEquals("<p title=\"&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&amp;%s\">3</p>",
                markup().add("<p title=\"%s\">%s</p>", HOSTILE, 3).toString());
    }

    @Test
    void markupOfOurOwnStaysInsideOther() {
        assertEquals("<p><b>a &amp; b</b></p>",
                markup().add("<p>%s</p>", markup().add("<b>%s</b>", "a & b")).toString());
    }

    @Test
    void aFeedNamesWhatItIsToldAsText() {
        String feed = OpenFeed.of("https://thang.example/open/", List.of(new OpenPublication(1, "2025", HOSTILE, "m/1",
                null, true, true, "0".repeat(64), Instant.EPOCH, null)));
        assertFalse(feed.contains("<script>"), feed);
    }

    /** Who follows the feed is told what is public no more, and is led to no page that is gone. */
    @Test
    void aFeedTellsWhatEnded() {
        String feed = OpenFeed.of("https://thang.example/open/", List.of(new OpenPublication(1, "2025", "2025", "m/1",
                null, true, true, "0".repeat(64), Instant.EPOCH, Instant.parse("2026-11-30T03:00:00Z"))));
        assertTrue(feed.contains("<updated>2026-11-30T03:00:00Z</updated>"), feed);
        assertTrue(feed.contains("30/11/2026"), feed);
        assertFalse(feed.contains("/open/vi/2025/"), feed);
    }
}
