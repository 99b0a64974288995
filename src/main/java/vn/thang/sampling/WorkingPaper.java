package vn.thang.sampling;

import static vn.thang.platform.PdfDocument.escaped;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.PdfDocument;
import vn.thang.platform.Texts;

/** The working paper of an audit sample: how it was drawn, what was found in each answer, and what follows for the whole. */
final class WorkingPaper {

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 18mm 20mm 22mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt '%1$s' } }
            body { font: 10pt/1.4 '%1$s'; color: #000 } h1 { font-size: 14pt; margin: 0 0 4mm } h2 { font-size: 11pt; margin: 5mm 0 1mm; page-break-after: avoid }
            table { width: 100%%; border-collapse: collapse; margin: 1mm 0 3mm } th, td { border: .5pt solid #666; padding: 1mm 1.5mm; text-align: left; vertical-align: top }
            tbody th { font-weight: 400 } thead th { font-weight: 700 } .num { text-align: right } tr { page-break-inside: avoid } thead { display: table-header-group } p { margin: 0 0 1.5mm }
            """.formatted(PdfDocument.FONT);

    private final AuditSampling.Shown shown;
    private final List<AuditSample.Case> cases;
    private final Locale locale;
    private final StringBuilder page = new StringBuilder();

    WorkingPaper(AuditSampling.Shown shown, List<AuditSample.Case> cases, Locale locale) {
        this.shown = shown;
        this.cases = cases;
        this.locale = locale;
    }

    byte[] pdf() {
        return PdfDocument.of(xhtml());
    }

    String xhtml() {
        AuditSample sample = shown.sample();
        String about = text("sampling.about", sample.roundName(),
                AgencyName.of(sample.agencyName(), sample.agencyNameEn(), locale));
        String title = text("sampling.paper") + ' ' + sample.id();
        page.append(PdfDocument.head(locale, title, about, STYLE)).append("<body><h1>").append(title)
                .append("</h1><p>").append(about).append("</p><h2>").append(text("sampling.rule"))
                .append("</h2><table>");
        fact("sampling.purpose", sample.purpose());
        fact("sampling.confidence", percent(sample.confidence()));
        fact("sampling.tolerable", percent(sample.tolerable()));
        fact("sampling.allowed", number(sample.allowed()));
        fact("sampling.division", Texts.text(locale, "sampling.division." + sample.division()));
        fact("sampling.population", number(sample.population()));
        fact("sampling.size", number(sample.size()));
        fact("sampling.seed", sample.seed());
        fact("sampling.drawn", sample.drawnBy() + ", " + Texts.moment(locale, sample.drawnAt()));
        page.append("</table><p>").append(text("sampling.how")).append("</p>");
        outcome();
        strata();
        cases();
        return page.append("</body></html>").toString();
    }

    private void outcome() {
        page.append("<h2>").append(text("sampling.outcome")).append("</h2>");
        AuditSample.Outcome outcome = shown.outcome();
        if (outcome == null) {
            page.append("<p>").append(text("sampling.waiting", shown.sample().judged(), shown.sample().size()))
                    .append("</p>");
        } else {
            page.append("<p><b>").append(text("sampling.says", number(shown.sample().wrong()),
                    number(shown.sample().size()), percent(outcome.projected()), percent(outcome.bound()),
                    percent(shown.sample().confidence()))).append("</b></p><p>")
                    .append(text(outcome.exact() ? "sampling.exact" : "sampling.conservative")).append(' ')
                    .append(text(outcome.borne() ? "sampling.borne" : "sampling.not-borne",
                            percent(shown.sample().tolerable())))
                    .append("</p>");
        }
    }

    private void strata() {
        page.append("<h2>").append(text("sampling.strata")).append("</h2>");
        head("sampling.stratum", "sampling.population", "sampling.size", "sampling.judged", "sampling.wrong");
        shown.strata().forEach(one -> {
            page.append("<tr><th scope=\"row\">").append(escaped(one.shown(shown.sample().division(), locale)))
                    .append("</th>");
            cell(number(one.population()), true);
            cell(number(one.size()), true);
            cell(number(one.judged()), true);
            cell(number(one.wrong()), true);
            page.append("</tr>");
        });
        page.append("</tbody></table>");
    }

    private void cases() {
        page.append("<h2>").append(text("sampling.cases")).append("</h2>");
        head("sampling.agency", "sampling.criterion", "sampling.value", "sampling.found", "sampling.reason",
                "sampling.by");
        cases.forEach(one -> {
            page.append("<tr><th scope=\"row\">")
                    .append(escaped(AgencyName.of(one.agencyName(), one.agencyNameEn(), locale))).append("</th>");
            cell(one.criterion(), false);
            cell(one.value() == null ? "–" : one.value(), false);
            cell(one.found() == null ? "–" : one.found() + (one.wrong() ? " (≠)" : ""), false);
            cell(one.reason() == null ? "" : one.reason(), false);
            cell(one.judged() ? one.judgedName() + ", " + Texts.moment(locale, one.judgedAt()) : "–", false);
            page.append("</tr>");
        });
        page.append("</tbody></table>");
    }

    private void head(String... keys) {
        page.append("<table><thead><tr>");
        for (String key : keys) {
            page.append("<th scope=\"col\">").append(text(key)).append("</th>");
        }
        page.append("</tr></thead><tbody>");
    }

    private void fact(String key, String value) {
        page.append("<tr><th scope=\"row\">").append(text(key)).append("</th><td>").append(escaped(value))
                .append("</td></tr>");
    }

    private void cell(String value, boolean number) {
        page.append(number ? "<td class=\"num\">" : "<td>").append(escaped(value)).append("</td>");
    }

    private String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(share);
    }

    private String text(String key, Object... arguments) {
        return escaped(Texts.text(locale, key, arguments));
    }
}
