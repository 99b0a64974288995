package vn.thang.assessment.reply;

import static vn.thang.platform.PdfDocument.escaped;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.score.ScoreEffect;
import vn.thang.audit.reading.TrailHead;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.scoring.NodeScore;
import vn.thang.platform.PdfDocument;
import vn.thang.platform.Texts;

/** The minutes of the panel in the form of an administrative document. */
final class MinutesDocument {

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 18mm 20mm 28mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt '%1$s' } }
            body { font: 10.5pt/1.45 '%1$s'; color: #000 } h1 { font-size: 14pt; text-align: center; margin: 8mm 0 0 } .about { text-align: center; margin: 1mm 0 7mm; font-weight: 700 }
            h2 { font-size: 11pt; margin: 5mm 0 1mm } h3 { font-size: 10.5pt; margin: 4mm 0 1mm } p { margin: 0 0 1.5mm } table { width: 100%%; border-collapse: collapse }
            table.head td { width: 50%%; text-align: center; vertical-align: top } .line { border-bottom: .6pt solid #000; padding-bottom: .6mm } .place { font-style: italic; text-align: right; margin-top: 4mm }
            table.facts, table.scores { margin: 1mm 0 3mm } table.facts th, table.facts td, table.scores th, table.scores td { border: .5pt solid #666; padding: 1mm 2mm; text-align: left; vertical-align: top }
            table.facts th { width: 33%%; font-weight: 400; color: #333 } table.scores th { font-weight: 400 } table.scores tbody th { width: 46%% } table.scores thead th { font-weight: 700 } tr, h3 { page-break-inside: avoid } h2, h3 { page-break-after: avoid }
            .text { white-space: pre-wrap } table.sign { margin-top: 8mm; page-break-inside: avoid } table.sign td { width: 50%%; text-align: center; vertical-align: top; padding: 0 } .room { height: 22mm } .small { font-size: 9pt } .seal { margin-top: 6mm; word-wrap: break-word }
            """.formatted(PdfDocument.FONT);

    private final Minutes minutes;
    private final Sitting sitting;
    private final ModelTexts texts;
    private final Locale locale;
    private final TrailHead.Head sealed;
    private final StringBuilder page = new StringBuilder();

    /**
     * @param minutes of a case that is ended
     * @param sealed  last block of the trail; null before the first
     */
    MinutesDocument(Minutes minutes, ModelTexts texts, Locale locale, TrailHead.Head sealed) {
        this.minutes = minutes;
        this.sitting = minutes.sitting().orElseThrow();
        this.texts = texts;
        this.locale = locale;
        this.sealed = sealed;
    }

    byte[] pdf() {
        return PdfDocument.of(xhtml());
    }

    String xhtml() {
        page.setLength(0);
        page.append(PdfDocument.head(locale, text("minutes.title") + ' ' + number(), about(), STYLE)).append("<body>");
        head();
        sitting();
        page.append("<h2>").append(text("minutes.content")).append("</h2>");
        minutes.items().forEach(this::objection);
        if (minutes.hidden() > 0) {
            paragraph(text("minutes.hidden", minutes.hidden()));
        }
        result();
        signatures();
        if (sealed != null) {
            page.append("<p class=\"small seal\">").append(text("trail.sealed-until", String.valueOf(sealed.number()),
                    Texts.moment(locale, sealed.at()))).append(' ').append(escaped(sealed.hash())).append("</p>");
        }
        return page.append("</body></html>").toString();
    }

    private void head() {
        page.append("<table class=\"head\"><tr><td>").append(text("minutes.authority")).append("<br/><b>")
                .append(text("minutes.body"))
                .append("</b><br/>").append(text("minutes.number", number())).append("</td><td><b>")
                .append(text("minutes.country"))
                .append("</b><br/><b class=\"line\">").append(text("minutes.motto")).append("</b><p class=\"place\">")
                .append(text("minutes.place-day", sitting.meeting().place(), words(sitting.meeting().heldOn())))
                .append("</p></td></tr></table><h1>")
                .append(text("minutes.heading")).append("</h1><p class=\"about\">").append(about()).append("</p>");
    }

    private void sitting() {
        page.append("<h2>").append(text("minutes.who")).append("</h2>");
        paragraph(text("minutes.held", words(sitting.meeting().heldOn()), sitting.meeting().place()));
        paragraph(text("minutes.chair-is", sitting.meeting().chair(), sitting.meeting().position()));
        paragraph(text("minutes.secretary-is", sitting.meeting().secretary()));
        paragraph(text("minutes.members-are", sitting.meeting().members()));
    }

    private void objection(Minutes.Item item) {
        RaisedObjection one = item.objection();
        page.append("<h3>").append(escaped(one.criterion())).append(". ")
                .append(escaped(texts.criterion(one.criterion()).name())).append("</h3><table class=\"facts\">");
        fact("reply.provisional", escaped(one.provisional() == null ? "–" : one.provisional()));
        fact("reply.claimed", escaped(one.claimed()));
        fact("reply.grounds-label",
                "<span class=\"text\">" + escaped(one.grounds()) + "</span> <span class=\"small\">("
                        + escaped(one.writtenBy())
                        + ", " + Texts.moment(locale, one.writtenAt()) + ")</span>");
        fact("evidence.title", item.evidence().isEmpty() ? text("minutes.no-evidence") : item.evidence().stream()
                .map(this::evidence).collect(Collectors.joining("<br/>")));
        fact("panel.decision", "<b>" + text("reply.decision." + one.decision()) + ": " + escaped(one.value()) + "</b>");
        fact("panel.reasons", "<span class=\"text\">" + escaped(one.reasons()) + "</span>");
        fact("minutes.by", escaped(one.decidedBy()) + ", " + Texts.moment(locale, one.decidedAt()));
        page.append("</table>");
        scores(text("minutes.effect", one.criterion()), item.effects());
    }

    private String evidence(AttachedEvidence item) {
        String of = item.forObjection() ? text("minutes.for-objection") : text("minutes.for-level", item.level());
        return escaped(item.title()) + " <span class=\"small\">(" + of
                + (item.sha256() == null ? "" : ", SHA-256 " + item.sha256().substring(0, 16)) + ")</span>";
    }

    private void fact(String key, String value) {
        page.append("<tr><th scope=\"row\">").append(text(key)).append("</th><td>").append(value).append("</td></tr>");
    }

    private void scores(String caption, List<ScoreEffect> effects) {
        page.append("<table class=\"scores\"><thead><tr><th scope=\"col\">").append(caption)
                .append("</th><th scope=\"col\">").append(text("panel.before"))
                .append("</th><th scope=\"col\">").append(text("panel.after")).append("</th></tr></thead><tbody>");
        for (ScoreEffect one : effects) {
            page.append("<tr><th scope=\"row\">")
                    .append(one.node().isEmpty() ? text("panel.whole") : escaped(texts.dimension(one.node()).name()))
                    .append("</th><td>").append(score(one.node(), one.before())).append("</td><td>")
                    .append(score(one.node(), one.after()))
                    .append("</td></tr>");
        }
        page.append("</tbody></table>");
    }

    private void result() {
        page.append("<h2>").append(text("minutes.outcome")).append("</h2>");
        scores(text("panel.node"), List.of(new ScoreEffect("", minutes.before(), minutes.after())));
        paragraph(text("minutes.closing", minutes.items().size(), minutes.head().modelRef()));
    }

    private void signatures() {
        page.append("<table class=\"sign\"><tr><td><b>").append(text("minutes.secretary")).append("</b><br/><i>")
                .append(text("minutes.sign-here"))
                .append("</i><div class=\"room\"></div><b>").append(escaped(sitting.meeting().secretary()))
                .append("</b></td><td><b>")
                .append(text("minutes.chair")).append("</b><br/><i>").append(text("minutes.sign-here"))
                .append("</i><div class=\"room\"></div><b>")
                .append(escaped(sitting.meeting().chair())).append("</b></td></tr></table>");
    }

    private void paragraph(String text) {
        page.append("<p>").append(text).append("</p>");
    }

    private String number() {
        return Minutes.number(sitting);
    }

    private String about() {
        return text("minutes.about", minutes.head().agencyName(), minutes.head().roundName());
    }

    private String score(String node, NodeScore score) {
        BigDecimal index = minutes.index(node, score);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(index.scale());
        format.setMaximumFractionDigits(index.scale());
        return text("minutes.score", score.level(), format.format(index));
    }

    private String words(LocalDate day) {
        return DateTimeFormatter.ofPattern(Texts.text(locale, "minutes.day"), locale).format(day);
    }

    private String text(String key, Object... arguments) {
        return escaped(Texts.text(locale, key, arguments));
    }
}
