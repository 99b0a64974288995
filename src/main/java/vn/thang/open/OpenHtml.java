package vn.thang.open;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.data.TargetRow;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;

/** What stands around every page for everybody: plain HTML with a small stylesheet, readable without a script and on paper. */
abstract class OpenHtml {

    private static final int HUNDRED = 100;

    final Markup page;
    final ProgrammeTexts programme;
    final OpenPublication round;
    final List<OpenPublication> all;
    final String base;
    private final Catalog catalog;
    private final String path;

    /**
     * Where a page stands.
     *
     * @param all  everything that is public, for changing over
     * @param base address of everything public, with a slash at its end
     * @param path of the page behind the language
     */
    record Place(Locale language, Catalog catalog, OpenPublication round, List<OpenPublication> all, String base,
            String path) {
    }

    OpenHtml(Place place) {
        page = new Markup(place.language());
        catalog = place.catalog();
        programme = catalog.programmeTexts(place.language());
        round = place.round();
        all = place.all();
        base = place.base();
        path = place.path();
    }

    final ModelTexts model() {
        return catalog.texts(round.modelRef(), page.language());
    }

    final String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    final String number(BigDecimal number) {
        return Formats.number(number, page.language());
    }

    final String day(LocalDate day) {
        return Texts.day(page.language(), day);
    }

    final void head(String title, String description) {
        String tongue = page.language().getLanguage();
        page.add("<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"UTF-8\">", tongue);
        page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>%s</title>", title);
        page.add("<meta name=\"description\" content=\"%s\">", description);
        page.add("<meta property=\"og:title\" content=\"%s\"><meta property=\"og:description\" content=\"%s\">", title,
                description);
        page.add("<meta property=\"og:type\" content=\"website\"><meta property=\"og:url\" content=\"%s\">",
                base + tongue + path);
        page.add("<meta property=\"og:image\" content=\"%s\"><meta property=\"og:image:alt\" content=\"%s\">",
                base + "share/" + tongue + "/" + round.round() + ".png", text("open.share", round.name()));
        page.add("<link rel=\"stylesheet\" href=\"%s\"><link rel=\"canonical\" href=\"%s\">", base + "open.css",
                base + tongue + path);
        for (Locale other : Texts.LANGUAGES) {
            page.add("<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">", other.getLanguage(),
                    base + other.getLanguage() + path);
        }
        page.add("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"%s\" href=\"%s\"></head><body>",
                text("open.feed"), base + "publications.atom");
        page.add("<a class=\"skip\" href=\"#content\">%s</a><header><p class=\"name\"><a href=\"%s\">%s</a></p>",
                text("app.skip"), root(), programme.title());
        page.add("<nav aria-label=\"%s\"><ul>", text("app.language"));
        for (Locale other : Texts.LANGUAGES) {
            page.add("<li><a href=\"%s\" lang=\"%s\" hreflang=\"%2$s\"%s>%s</a></li>",
                    base + other.getLanguage() + path, other.getLanguage(),
                    new Markup(other).add(other.equals(page.language()) ? " aria-current=\"true\"" : ""),
                    other.getDisplayLanguage(other));
        }
        page.add("</ul></nav></header><main id=\"content\"><h1>%s</h1>", title);
    }

    final String root() {
        return base + page.language().getLanguage() + "/" + round.round() + "/";
    }

    final String foot() {
        page.add("</main><footer><p>%s <a href=\"%s\" rel=\"license\">CC BY 4.0</a></p>", text("open.rights"),
                OpenCatalogue.LICENCE);
        page.add("<p>%s <code>%s</code></p>", text("open.hash"), round.hash());
        page.add(
                "<p><a href=\"%s\">%s</a> · <a href=\"%s\">%s</a></p></footer></body></html>",
                base + "catalogue.ttl", text("open.catalogue"), base + "publications.atom", text("open.feed"));
        return page.toString();
    }

    final String shown(TargetRow target, BigDecimal value) {
        return number(target.rounded(value)) + (target.unit().startsWith("percent") ? "%" : "");
    }

    final Markup bar(TargetRow one) {
        Markup bar = new Markup(page.language());
        if (one.value() != null && one.unit().startsWith("percent")) {
            bar.add("<svg class=\"bar\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                    + "<rect class=\"way\" width=\"100\" height=\"6\"/><rect class=\"value\" width=\"%s\" height=\"6\"/>"
                    + "<rect class=\"wanted\" x=\"%s\" width=\"0.8\" height=\"6\"/></svg>", within(one.value()),
                    within(one.demanded()));
        }
        return bar;
    }

    private static String within(BigDecimal value) {
        return value.max(BigDecimal.ZERO).min(BigDecimal.valueOf(HUNDRED)).toPlainString();
    }
}
