package vn.thang.open;

import java.util.Locale;
import vn.thang.platform.Texts;

/** Head and foot of every page for everybody, whatever it shows: its name, its languages, its licence. */
final class OpenFrame {

    private final Markup page;
    private final String base;
    private final String path;

    /**
     * @param page to which both are added
     * @param base address of everything public, with a slash at its end
     * @param path of the page behind the language
     */
    OpenFrame(Markup page, String base, String path) {
        this.page = page;
        this.base = base;
        this.path = path;
    }

    /** Returns the address of everything public in the language of the page, with a slash at its end. */
    String root() {
        return base + page.language().getLanguage() + "/";
    }

    /**
     * Begins the page.
     *
     * @param links what programs are told beside title, description and languages
     * @param name  what stands above every page of this kind, and leads to {@code home}
     */
    void head(String title, String description, Markup links, String name, String home) {
        String tongue = page.language().getLanguage();
        page.add("<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"UTF-8\">", tongue);
        page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>%s</title>", title);
        page.add("<meta name=\"description\" content=\"%s\">", description);
        page.add("<meta property=\"og:title\" content=\"%s\"><meta property=\"og:description\" content=\"%s\">", title,
                description);
        page.add("<link rel=\"stylesheet\" href=\"%s\"><link rel=\"canonical\" href=\"%s\">", base + "open.css",
                base + tongue + path);
        for (Locale other : Texts.LANGUAGES) {
            page.add("<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">", other.getLanguage(),
                    base + other.getLanguage() + path);
        }
        page.add("%s</head><body><a class=\"skip\" href=\"#content\">%s</a>", links, page.text("app.skip"));
        page.add("<header><p class=\"name\"><a href=\"%s\">%s</a></p>", home, name);
        page.add("<nav aria-label=\"%s\"><ul>", page.text("app.language"));
        for (Locale other : Texts.LANGUAGES) {
            page.add("<li><a href=\"%s\" lang=\"%s\" hreflang=\"%2$s\"%s>%s</a></li>",
                    base + other.getLanguage() + path, other.getLanguage(),
                    new Markup(other).add(other.equals(page.language()) ? " aria-current=\"true\"" : ""),
                    other.getDisplayLanguage(other));
        }
        page.add("</ul></nav></header><main id=\"content\"><h1>%s</h1>", title);
    }

    /** Ends the page with its licence and what else stands below it. */
    String foot(Markup below) {
        page.add("</main><footer><p>%s <a href=\"%s\" rel=\"license\">CC BY 4.0</a></p>%s</footer></body></html>",
                page.text("open.rights"), OpenCatalogue.LICENCE, below);
        return page.toString();
    }
}
