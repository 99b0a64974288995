package vn.thang.open;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.data.target.TargetRow;
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
    private final OpenFrame frame;
    private final Catalog catalog;
    private final String path;

    /**
     * Where a page stands.
     *
     * @param all  everything that is public, for changing over
     * @param base address of everything public, with a slash at its end
     * @param path of the page behind the language
     */
    record PageContext(Locale language, Catalog catalog, OpenPublication round, List<OpenPublication> all, String base,
            String path) {
    }

    OpenHtml(PageContext context) {
        page = new Markup(context.language());
        catalog = context.catalog();
        programme = catalog.programmeTexts(context.language());
        round = context.round();
        all = context.all();
        base = context.base();
        path = context.path();
        frame = new OpenFrame(page, base, path);
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
        Markup links = new Markup(page.language());
        links.add("<meta property=\"og:type\" content=\"website\"><meta property=\"og:url\" content=\"%s\">",
                frame.root() + path.substring(1));
        links.add("<meta property=\"og:image\" content=\"%s\"><meta property=\"og:image:alt\" content=\"%s\">",
                base + "share/" + page.language().getLanguage() + "/" + round.round() + ".png",
                text("open.share", round.name()));
        links.add("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"%s\" href=\"%s\">",
                text("open.feed"), base + "publications.atom");
        frame.head(title, description, links, programme.title(), root());
    }

    final String root() {
        return frame.root() + round.round() + "/";
    }

    final String foot() {
        Markup below = new Markup(page.language());
        below.add("<p>%s <code>%s</code></p>", text("open.hash"), round.hash());
        below.add("<p><a href=\"%s\">%s</a> · <a href=\"%s\">%s</a></p>", base + "catalogue.ttl",
                text("open.catalogue"), base + "publications.atom", text("open.feed"));
        return frame.foot(below);
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
