package vn.thang.open;

import java.math.BigDecimal;
import java.util.List;
import vn.thang.data.target.TargetRow;
import vn.thang.data.target.TargetStepRow;

/** The page of a target: its value, what is demanded, its forecast and its history. */
final class TargetHtml extends OpenHtml {

    TargetHtml(PageContext context) {
        super(context);
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
        if (target.low() != null && target.low().compareTo(target.high()) < 0) {
            page.add("<p>%s: %s.</p>", text("target.bounds"), text("target.bounds.text", shown(target, target.low()),
                    shown(target, target.high())));
        }
        if (Boolean.TRUE.equals(target.stale())) {
            page.add("<p class=\"note\">%s</p>", text("target.stale"));
        }
        page.add("<h2>%s</h2><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"%1$s\"><table><thead><tr>"
                + "<th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\" class=\"n\">%s</th></tr></thead><tbody>",
                text("open.history"), text("open.day"), text("open.kind"), text("open.value"));
        steps.forEach(step -> page.add("<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"n\">%s</td></tr>",
                day(step.on()), kind(step), step.low() == null ? shown(target, step.value())
                        : text("open.between", shown(target, step.value()), shown(target, step.low()),
                                shown(target, step.high()))));
        page.add("</tbody></table></div>");
        return foot();
    }

    /** What a value is; of a part, of how many, and of one of another kind that it does not compare. */
    private String kind(TargetStepRow step) {
        String kind = text("open.kind." + step.kind())
                + (Boolean.FALSE.equals(step.comparable()) ? " · " + text("open.kind.apart") : "");
        return !step.kind().equals("partial") || step.due() == null ? kind
                : kind + " · " + text("target.reported", number(BigDecimal.valueOf(step.reported())),
                        number(BigDecimal.valueOf(step.due())));
    }
}
