package vn.thang.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.data.target.TargetRow;
import vn.thang.data.target.TargetStepRow;
import vn.thang.platform.Texts;

/** The public page of a target, made of what was stored: a part is shown of how many it is, and what is old or open says so. */
class TargetHtmlTest {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final Catalog CATALOG = new Catalog(Optional.empty());
    private static final OpenPublication ROUND = new OpenPublication(1, "2025", "Đợt 2025", "vn-dgm/1.0",
            LocalDate.of(2025, 12, 31), true, true, "ab".repeat(32), Instant.parse("2026-03-02T02:00:00Z"), null);
    private static final String TARGET = """
            {"target":"P2-08","name":"x","group":"digital-data","dueOn":"2030-12-31","relation":"≥","demanded":100,
            "unit":"percent","period":"Q2/2026","value":42.5,"reported":54,"due":56,"confidence":"WEAK","status":"off",
            "preliminary":false%s}""";
    private static final String PART = """
            {"target":"P2-08","kind":"partial","period":"Q3/2026","on":"2026-09-30","value":71.25%s}""";

    private static TargetRow target(String more) {
        return JSON.fromJson(TARGET.formatted(more), TargetRow.class);
    }

    private static String page(TargetRow target, String step) {
        OpenHtml.PageContext context = new OpenHtml.PageContext(Texts.LANGUAGES.get(0), CATALOG, ROUND, List.of(ROUND),
                "http://localhost/open/", "/2025/targets/P2-08");
        return new TargetHtml(context).target(target, List.of(JSON.fromJson(step, TargetStepRow.class)));
    }

    @Test
    void aPartIsShownOfHowManyItIs() {
        String page = page(target(""), PART.formatted(",\"reported\":3,\"due\":56"));
        assertTrue(page.contains("chưa đủ báo cáo · 3/56 cơ quan đã báo cáo</td>"), page);
    }

    @Test
    void whatIsOldOrLiesBetweenBoundsSaysSo() {
        String page = page(target(",\"stale\":true,\"low\":41.05,\"high\":44.9"), PART.formatted(""));
        assertTrue(page.contains("Số liệu đã quá hạn"), page);
        assertTrue(page.contains("41,1% nếu mọi cơ quan chưa báo cáo đều không đạt, 44,9% nếu đều đạt."), page);
        String sure = page(target(",\"stale\":false,\"low\":42.5,\"high\":42.5"), PART.formatted(""));
        assertFalse(sure.contains("quá hạn") || sure.contains("nếu đều đạt"), sure);
    }

    @Test
    void aValueOfAnotherKindSaysSo() {
        String value = PART.replace("partial", "value");
        assertTrue(page(target(""), value.formatted(",\"comparable\":false"))
                .contains("giá trị · tính khác trước đây, không so được với số liệu hiện nay</td>"));
        assertFalse(page(target(""), value.formatted(",\"comparable\":true")).contains("không so được"));
        assertFalse(page(target(""), value.formatted("")).contains("không so được"));
    }

    /** What was made public before any of this was told is shown as it was. */
    @Test
    void whatWasStoredByAnEarlierReleaseIsReadStill() {
        TargetRow old = target("");
        assertNull(old.stale());
        assertNull(old.low());
        assertEquals("P2-08", old.target());
        String page = page(old, PART.formatted(""));
        assertTrue(page.contains("<td>chưa đủ báo cáo</td>"), page);
        assertFalse(page.contains("null") || page.contains("quá hạn"), page);
    }
}
