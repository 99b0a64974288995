package vn.thang.open;

import java.math.BigDecimal;
import java.util.List;
import vn.thang.catalog.model.ModelTexts;

/** The list of agencies, a part at a time, and the page of each. */
final class AgencyHtml extends OpenHtml {

    AgencyHtml(PageContext context) {
        super(context);
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

    /** The page of an agency. */
    String agency(List<OpenResultRow> rows) {
        OpenResultRow whole = rows.get(0);
        ModelTexts model = model();
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

    private String name(OpenResultRow one) {
        return page.language().getLanguage().equals("vi") || one.nameEn() == null ? one.name() : one.nameEn();
    }
}
