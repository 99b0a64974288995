package vn.thang.open;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.ModelTexts;
import vn.thang.catalog.ProgrammeTexts;
import vn.thang.data.TargetRow;
import vn.thang.data.TargetStepRow;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;

/** Pages for everybody: plain HTML with a small stylesheet, readable without a script, on paper and on a small phone. */
final class OpenHtml {

    private static final int HUNDRED = 100;

    private final Markup page;
    private final Catalog catalog;
    private final ProgrammeTexts programme;
    private final OpenPublication round;
    private final List<OpenPublication> all;
    private final String base;
    private final String path;

    /**
     * @param all  everything that is public, for changing over
     * @param base address of everything public, with a slash at its end
     * @param path of the page behind the language
     */
    OpenHtml(Locale language, Catalog catalog, OpenPublication round, List<OpenPublication> all, String base,
            String path) {
        this.page = new Markup(language);
        this.catalog = catalog;
        this.programme = catalog.programmeTexts(language);
        this.round = round;
        this.all = all;
        this.base = base;
        this.path = path;
    }

    private String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    private String number(BigDecimal number) {
        return Formats.number(number, page.language());
    }

    private String day(LocalDate day) {
        return Texts.day(page.language(), day);
    }

    private OpenHtml head(String title, String description) {
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
        return this;
    }

    private String root() {
        return base + page.language().getLanguage() + "/" + round.round() + "/";
    }

    private String foot() {
        page.add("</main><footer><p>%s <a href=\"%s\" rel=\"license\">CC BY 4.0</a></p>", text("open.rights"),
                OpenCatalogue.LICENCE);
        page.add("<p>%s <code>%s</code></p>", text("open.hash"), round.hash());
        page.add(
                "<p><a href=\"%s\">%s</a> · <a href=\"%s\">%s</a></p></footer></body></html>",
                base + "catalogue.ttl", text("open.catalogue"), base + "publications.atom", text("open.feed"));
        return page.toString();
    }

    /** The page of the country. */
    String country(OpenMaking.Country country, List<TargetRow> targets, List<OpenFile> files,
            List<OpenPublication> log, boolean bulletins) {
        head(text("open.country", round.name()), programme.summary());
        page.add("<p class=\"lead\">%s</p>", text("open.lead", day(round.dueOn()),
                day(LocalDate.ofInstant(round.openedAt(), Time.ZONE))));
        if (round.targets()) {
            targets(targets);
        }
        levels(country);
        if (round.agencies()) {
            page.add("<h2>%s</h2><p><a class=\"go\" href=\"%s\">%s</a></p>", text("open.agencies"),
                    root() + "agencies/",
                    text("open.agencies.go"));
        }
        if (bulletins) {
            page.add("<h2>%s</h2><p><a class=\"go\" href=\"%s\">%s</a></p>", text("bulletin.name"),
                    base + page.language().getLanguage() + "/bulletins/", text("bulletin.see"));
        }
        data(files);
        log(log);
        return foot();
    }

    private void targets(List<TargetRow> targets) {
        long achieved = targets.stream().filter(one -> one.status().equals("ok")).count();
        long known = targets.stream().filter(one -> one.value() != null).count();
        page.add("<h2>%s</h2><p>%s</p><ul class=\"targets\">", text("open.targets"),
                text("open.targets.sentence", targets.size(), known, achieved));
        for (TargetRow one : targets) {
            page.add("<li class=\"card\"><h3><a href=\"%s\">%s</a></h3>", root() + "targets/" + one.target(),
                    programme.target(one.target()).name());
            page.add("<p class=\"figure\"><b>%s</b> <span>%s</span></p>%s<p class=\"state %s\">%s</p></li>",
                    one.value() == null ? "–" : shown(one, one.value()),
                    text("open.demand", one.relation(), shown(one, one.demanded()), day(one.dueOn())), bar(one),
                    one.status(), text("target.status." + one.status())
                            + (one.confidence() == null ? "" : " · " + text("target.confidence." + one.confidence())));
        }
        page.add("</ul>");
    }

    private String shown(TargetRow target, BigDecimal value) {
        return number(target.rounded(value)) + (target.unit().startsWith("percent") ? "%" : "");
    }

    private Markup bar(TargetRow one) {
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

    private void levels(OpenMaking.Country country) {
        if (country.groups().isEmpty()) {
            return;
        }
        ModelTexts model = catalog.texts(round.modelRef(), page.language());
        int highest = country.groups().get(0).levels().size() - 1;
        page.add(
                "<h2>%s</h2><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"%1$s\"><table><thead><tr><th scope=\"col\">%s</th>",
                text("open.levels"), text("open.type"));
        for (int level = 0; level <= highest; level++) {
            page.add("<th scope=\"col\" class=\"n\"><abbr title=\"%s\">%s</abbr></th>",
                    level == 0 ? text("open.none-reached") : model.levelName(level), level);
        }
        page.add("<th scope=\"col\" class=\"n\">%s</th></tr></thead><tbody>", text("open.waiting"));
        for (OpenMaking.LevelsRow group : country.groups()) {
            page.add("<tr><th scope=\"row\">%s</th>", group.types().stream()
                    .map(type -> text("organisation.type." + type)).collect(Collectors.joining(", ")));
            for (Long count : group.levels()) {
                page.add("<td class=\"n\">%s</td>", number(BigDecimal.valueOf(count)));
            }
            page.add("<td class=\"n\">%s</td></tr>", number(BigDecimal.valueOf(group.waiting())));
        }
        page.add("</tbody></table></div><p class=\"quiet\">%s</p>", text("open.small"));
    }

    private void data(List<OpenFile> files) {
        page.add("<h2>%s</h2><p>%s</p><ul>", text("open.data"), text("open.data.what"));
        files.forEach(file -> page.add("<li><a href=\"%s\" download>%s</a> <span class=\"quiet\">%s</span></li>",
                base + "data/" + round.round() + "/" + file.name(), file.name(),
                text("open.bytes", number(BigDecimal.valueOf(file.size())))));
        page.add("</ul>");
        List<OpenPublication> others = all.stream().filter(one -> one.id() != round.id()).toList();
        if (!others.isEmpty()) {
            page.add("<h2>%s</h2><ul>", text("open.rounds"));
            others.forEach(one -> page.add("<li><a href=\"%s\">%s</a></li>",
                    base + page.language().getLanguage() + "/" + one.round() + "/", one.name()));
            page.add("</ul>");
        }
    }

    private void log(List<OpenPublication> log) {
        page.add("<h2>%s</h2><ul>", text("open.log"));
        log.forEach(one -> page.add("<li>%s <code>%s</code></li>",
                one.closedAt() == null ? text("open.log.since", Texts.moment(page.language(), one.openedAt()))
                        : text("open.log.until", Texts.moment(page.language(), one.openedAt()),
                                Texts.moment(page.language(), one.closedAt())),
                one.hash().substring(0, 16)));
        page.add("</ul>");
    }

    /** The page of a target. */
    String target(TargetRow target, List<TargetStepRow> steps) {
        head(programme.target(target.target()).name(), programme.target(target.target()).text());
        page.add("<p class=\"lead\">%s</p>", programme.target(target.target()).text());
        page.add("<p class=\"figure large\"><b>%s</b> <span>%s</span></p>%s<p class=\"state %s\">%s</p>",
                target.value() == null ? "–" : shown(target, target.value()),
                text("open.demand", target.relation(), shown(target, target.demanded()), day(target.dueOn())),
                bar(target), target.status(), text("target.status." + target.status()));
        if (target.forecastMiddle() != null) {
            page.add("<p>%s</p>", text("open.forecast", number(target.rounded(target.forecastMiddle())),
                    number(target.rounded(target.forecastLow())), number(target.rounded(target.forecastHigh())),
                    day(target.dueOn())));
        }
        if (target.confidence() != null) {
            page.add("<p>%s: %s</p>", text("target.confidence"), text("target.confidence." + target.confidence()));
        }
        if (target.due() != null) {
            page.add("<p>%s</p>", text("open.reported", number(BigDecimal.valueOf(target.reported())),
                    number(BigDecimal.valueOf(target.due()))));
        }
        page.add("<h2>%s</h2><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"%1$s\"><table><thead><tr>"
                + "<th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\" class=\"n\">%s</th></tr></thead><tbody>",
                text("open.history"), text("open.day"), text("open.kind"), text("open.value"));
        steps.forEach(step -> page.add("<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"n\">%s</td></tr>",
                day(step.on()), text("open.kind." + step.kind()), step.low() == null ? shown(target, step.value())
                        : text("open.between", shown(target, step.value()), shown(target, step.low()),
                                shown(target, step.high()))));
        page.add("</tbody></table></div>");
        return foot();
    }

    /** A part of the list of agencies. */
    String agencies(List<OpenResultRow> shown, long found, String words, int number, int pages) {
        head(text("open.agencies"), text("open.agencies.what", round.name()));
        page.add(
                "<form role=\"search\"><label for=\"q\">%s</label> <input id=\"q\" name=\"q\" type=\"search\" value=\"%s\" maxlength=\"100\"> "
                        + "<button>%s</button></form><p>%s</p>",
                text("open.search"), words, text("open.search.go"),
                text("open.found", number(BigDecimal.valueOf(found))));
        page.add(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table><thead><tr><th scope=\"col\">%s</th>"
                        + "<th scope=\"col\">%s</th><th scope=\"col\" class=\"n\">%s</th><th scope=\"col\" class=\"n\">%s</th></tr></thead><tbody>",
                text("open.agencies"), text("organisation.agency"), text("open.type"), text("open.level"),
                text("open.index"));
        shown.forEach(one -> page.add(
                "<tr><th scope=\"row\"><a href=\"%s\">%s</a></th><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td></tr>",
                root() + "agencies/" + one.agency(), name(one), text("organisation.type." + one.type()),
                one.level() == null ? "–" : one.level(), one.index() == null ? "–" : number(one.index())));
        page.add("</tbody></table></div>");
        if (pages > 1) {
            page.add("<nav aria-label=\"%s\"><ul class=\"pages\">", text("open.pages"));
            for (int i = 1; i <= pages; i++) {
                page.add("<li><a href=\"?q=%s&amp;page=%s\"%s>%2$s</a></li>",
                        java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8), i,
                        new Markup(page.language()).add(i == number ? " aria-current=\"page\"" : ""));
            }
            page.add("</ul></nav>");
        }
        return foot();
    }

    private String name(OpenResultRow one) {
        return page.language().getLanguage().equals("vi") || one.nameEn() == null ? one.name() : one.nameEn();
    }

    /** The page of an agency. */
    String agency(List<OpenResultRow> rows) {
        OpenResultRow whole = rows.get(0);
        ModelTexts model = catalog.texts(round.modelRef(), page.language());
        head(name(whole), text("open.agency.what", name(whole), round.name()));
        if (whole.level() != null) {
            page.add("<p class=\"figure large\"><b class=\"lv%s\">%1$s</b> <span>%s</span></p>", whole.level(),
                    whole.level() == 0 ? text("open.none-reached") : model.levelName(whole.level()));
        }
        if (whole.index() != null) {
            page.add("<p>%s: %s</p>", text("open.index"), number(whole.index()));
        }
        page.add(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table><thead><tr><th scope=\"col\">%1$s</th>"
                        + "<th scope=\"col\" class=\"n\">%s</th><th scope=\"col\" class=\"n\">%s</th></tr></thead><tbody>",
                text("open.dimension"), text("open.level"), text("open.index"));
        rows.stream().skip(1).forEach(one -> page.add(
                "<tr><th scope=\"row\">%s</th><td class=\"n\"><b class=\"lv%s\">%s</b></td><td class=\"n\">%s</td></tr>",
                model.dimension(one.node()).name(), one.level() == null ? 0 : one.level(),
                one.level() == null ? text("open.exempt") : one.level(),
                one.index() == null ? "–" : number(one.index())));
        page.add("</tbody></table></div><p class=\"quiet\">%s</p><p><a href=\"%s\">%s</a></p>",
                text("open.restricted"), root() + "agencies/", text("open.agencies"));
        return foot();
    }

    /** How many of these targets stand how, for the picture. */
    static Map<String, Long> statuses(List<TargetRow> targets) {
        return targets.stream().collect(Collectors.groupingBy(TargetRow::status, Collectors.counting()));
    }
}
