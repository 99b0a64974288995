package vn.thang.open;

import java.util.List;
import java.util.Locale;
import vn.thang.bulletin.Bulletin;
import vn.thang.bulletin.BulletinWords;

/** Pages for everybody with the monthly bulletins that the ministry switched on: what was said then, word by word. */
final class OpenBulletins {

    private final Markup page;
    private final OpenFrame frame;
    private final String path;
    private final boolean results;

    /**
     * @param base    address of everything public, with a slash at its end
     * @param path    of the page behind the language
     * @param results whether the results of a round are public, so that there is a page to lead to
     */
    OpenBulletins(Locale language, String base, String path, boolean results) {
        this.page = new Markup(language);
        this.frame = new OpenFrame(page, base, path);
        this.path = path;
        this.results = results;
    }

    /** Returns the address of the list, with a slash at its end. */
    private String all() {
        return frame.root() + "bulletins/";
    }

    private void head(String title, String description) {
        frame.head(title, description, new Markup(page.language()), page.text("bulletin.name"), all());
    }

    private String foot() {
        Markup below = new Markup(page.language());
        if (results) {
            below.add("<p><a href=\"%s\">%s</a></p>", frame.root(), page.text("bulletin.to-results"));
        }
        return frame.foot(below);
    }

    /** The list of the months. */
    String list(List<Bulletin> all) {
        head(page.text("bulletin.name"), page.text("bulletin.lead.open"));
        page.add("<p class=\"lead\">%s</p><ul>", page.text("bulletin.lead.open"));
        all.forEach(one -> page.add("<li><a href=\"%s\">%s</a> · <a href=\"%s\">PDF</a></li>",
                all() + one.code(), one.name(page.language()),
                all() + one.code() + ".pdf"));
        page.add("</ul>");
        return foot();
    }

    /** The bulletin of a month. */
    String month(BulletinWords words) {
        head(words.about(), words.chapters().get(0).sentences().get(0));
        page.add("<p><a class=\"go\" href=\"%s\">PDF</a></p>", frame.root() + path.substring(1) + ".pdf");
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
