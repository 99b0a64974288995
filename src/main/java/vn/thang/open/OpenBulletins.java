package vn.thang.open;

import java.util.List;
import java.util.Locale;
import vn.thang.bulletin.Bulletin;
import vn.thang.bulletin.BulletinWords;
import vn.thang.platform.Texts;

/** Pages for everybody with the monthly bulletins that the ministry switched on: what was said then, word by word. */
final class OpenBulletins {

    private final Markup page;
    private final String base;
    private final String path;

    /**
     * @param base address of everything public, with a slash at its end
     * @param path of the page behind the language
     */
    OpenBulletins(Locale language, String base, String path) {
        this.page = new Markup(language);
        this.base = base;
        this.path = path;
    }

    private String tongue() {
        return page.language().getLanguage();
    }

    private void head(String title, String description) {
        page.add("<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"UTF-8\">", tongue());
        page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>%s</title>", title);
        page.add("<meta name=\"description\" content=\"%s\">", description);
        page.add("<meta property=\"og:title\" content=\"%s\"><meta property=\"og:description\" content=\"%s\">", title,
                description);
        page.add("<link rel=\"stylesheet\" href=\"%s\"><link rel=\"canonical\" href=\"%s\">", base + "open.css",
                base + tongue() + path);
        for (Locale other : Texts.LANGUAGES) {
            page.add("<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">", other.getLanguage(),
                    base + other.getLanguage() + path);
        }
        page.add(
                "</head><body><a class=\"skip\" href=\"#content\">%s</a><header><p class=\"name\"><a href=\"%s\">%s</a></p>",
                page.text("app.skip"), base + tongue() + "/bulletins/", page.text("bulletin.name"));
        page.add("<nav aria-label=\"%s\"><ul>", page.text("app.language"));
        for (Locale other : Texts.LANGUAGES) {
            page.add("<li><a href=\"%s\" lang=\"%s\" hreflang=\"%2$s\"%s>%s</a></li>",
                    base + other.getLanguage() + path, other.getLanguage(),
                    new Markup(other).add(other.equals(page.language()) ? " aria-current=\"true\"" : ""),
                    other.getDisplayLanguage(other));
        }
        page.add("</ul></nav></header><main id=\"content\"><h1>%s</h1>", title);
    }

    private String foot() {
        page.add("</main><footer><p>%s <a href=\"%s\" rel=\"license\">CC BY 4.0</a></p>"
                + "<p><a href=\"%s\">%s</a></p></footer></body></html>", page.text("open.rights"),
                OpenCatalogue.LICENCE, base + tongue() + "/", page.text("bulletin.to-results"));
        return page.toString();
    }

    /** The list of the months. */
    String list(List<Bulletin> all) {
        head(page.text("bulletin.name"), page.text("bulletin.lead.open"));
        page.add("<p class=\"lead\">%s</p><ul>", page.text("bulletin.lead.open"));
        all.forEach(one -> page.add("<li><a href=\"%s\">%s</a> · <a href=\"%s\">PDF</a></li>",
                base + tongue() + "/bulletins/" + one.code(), one.name(page.language()),
                base + tongue() + "/bulletins/" + one.code() + ".pdf"));
        page.add("</ul>");
        return foot();
    }

    /** The bulletin of a month. */
    String month(BulletinWords words) {
        head(words.about(), words.chapters().get(0).sentences().get(0));
        page.add("<p><a class=\"go\" href=\"%s\">PDF</a></p>", base + tongue() + path + ".pdf");
        for (BulletinWords.Chapter chapter : words.chapters()) {
            page.add("<h2>%s</h2>", chapter.heading());
            chapter.sentences().forEach(sentence -> page.add("<p>%s</p>", sentence));
            if (!chapter.items().isEmpty()) {
                page.add("<ul>");
                chapter.items().forEach(item -> page.add("<li>%s</li>", item));
                page.add("</ul>");
            }
            if (!chapter.rows().isEmpty()) {
                table(chapter);
            }
        }
        page.add("<p class=\"quiet\">%s</p>", words.seal());
        return foot();
    }

    private void table(BulletinWords.Chapter chapter) {
        page.add("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table><thead><tr>",
                chapter.heading());
        chapter.head().forEach(head -> page.add("<th scope=\"col\">%s</th>", head));
        page.add("</tr></thead><tbody>");
        chapter.rows().forEach(row -> {
            page.add("<tr><th scope=\"row\">%s</th>", row.get(0));
            row.stream().skip(1).forEach(cell -> page.add("<td>%s</td>", cell));
            page.add("</tr>");
        });
        page.add("</tbody></table></div>");
    }
}
