package vn.thang.proof;

import static vn.thang.platform.PdfDocument.escaped;

import java.time.Instant;
import java.util.Locale;
import vn.thang.platform.work.ReportContent;
import vn.thang.platform.Texts;

/** The page of a pack that says in three languages what it holds and how it is verified. */
final class PackCover {

    private static final String COMMAND = "java -cp 'WEB-INF/classes:WEB-INF/lib/*:WEB-INF/verify/*' vn.thang.proof.Verify pack.zip";
    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
            + "code{background:#eee;padding:.1em .3em}section{border-top:1px solid #999;margin-top:2rem}"
            + "dt{font-weight:600}";

    private PackCover() {
    }

    static String html(ReportContent.Asked asked, int assessments, int published, long hidden, boolean whole,
            Instant made) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>")
                .append(text(Texts.LANGUAGES.getFirst(), "pack.title")).append("</title><style>").append(STYLE)
                .append("</style></head><body>");
        for (Locale locale : Texts.LANGUAGES) {
            page.append("<section lang=\"").append(locale.getLanguage()).append("\"><h1>")
                    .append(text(locale, "pack.title")).append("</h1><p>")
                    .append(text(locale, "pack.about", asked.round(), asked.agency(), assessments, published,
                            Texts.moment(locale, made)))
                    .append("</p><dl>");
            for (String part : new String[]{"results", "data", "evidence", "trail", "model", "manifest"}) {
                page.append("<dt><code>").append(part.equals("manifest") ? "manifest.json" : part + "/")
                        .append("</code></dt><dd>").append(text(locale, "pack.part." + part)).append("</dd>");
            }
            page.append("</dl><p>").append(whole ? text(locale, "pack.whole") : text(locale, "pack.hidden", hidden))
                    .append("</p><h2>").append(text(locale, "pack.how")).append("</h2><p>")
                    .append(text(locale, "pack.how.text")).append("</p><p><code>").append(escaped(COMMAND))
                    .append("</code></p><p>").append(text(locale, "pack.how.stamp")).append("</p></section>");
        }
        return page.append("</body></html>\n").toString();
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return escaped(Texts.text(locale, key, arguments));
    }
}
