package vn.thang.open;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.assessment.round.WithdrawnRounds.Withdrawn;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.data.target.TargetRow;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;

/** The page of the country: its targets, how agencies stand by level, files to take away, and what was public when. */
final class CountryHtml extends OpenHtml {

    CountryHtml(PageContext context) {
        super(context);
    }

    /** The page of the country. */
    String country(OpenMaking.Country country, List<TargetRow> targets, List<OpenFileLine> files,
            List<OpenPublication> log, boolean bulletins, List<Withdrawn> withdrawn) {
        head(text("open.country", round.name()), programme.summary());
        page.add("<p class=\"lead\">%s</p>", text("open.lead", day(round.dueOn()),
                day(LocalDate.ofInstant(round.openedAt(), Time.ZONE))));
        withdrawn.forEach(one -> page.add("<p class=\"note\" role=\"note\">%s</p>", text("open.withdrawn", one.name(),
                day(LocalDate.ofInstant(one.withdrawnAt(), Time.ZONE)))));
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
                            + (one.confidence() == null ? "" : " · " + text("target.confidence." + one.confidence()))
                            + (Boolean.TRUE.equals(one.stale()) ? " · " + text("target.stale") : ""));
        }
        page.add("</ul>");
    }

    private void levels(OpenMaking.Country country) {
        if (country.groups().isEmpty()) {
            return;
        }
        ModelTexts model = model();
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

    private void data(List<OpenFileLine> files) {
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
}
