package vn.thang.drafting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.Formats;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** What a draft of the programme does to the targets: which change their status, in numbers and by name. */
@Named
@RequestScoped
public class EffectPage {

    @Inject
    private Drafting drafting;

    @Inject
    private ProgrammeEffect effect;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String draft;

    private Draft shown;
    private ProgrammeEffect.Effect found;

    public boolean isFound() {
        if (found == null) {
            long id = GivenText.number(draft);
            shown = notices.found(() -> drafting.get(id));
            found = shown == null ? null : notices.found(() -> effect.of(id));
        }
        return found != null;
    }

    public Draft getDraft() {
        return shown;
    }

    public List<ProgrammeEffect.TargetEffect> getRows() {
        return found.rows();
    }

    /** Those that change their status, first in the list. */
    public List<ProgrammeEffect.TargetEffect> getMoving() {
        return found.rows().stream().filter(ProgrammeEffect.TargetEffect::moves).toList();
    }

    /** Those that would have another status only if the draft had held from the beginning. */
    public long getMovingBefore() {
        return found.rows().stream().filter(ProgrammeEffect.TargetEffect::movesBefore).count();
    }

    /** How many targets have a status now, and how many would have it. */
    public List<Count> getCounts() {
        Map<String, Long> now = counted(ProgrammeEffect.TargetEffect::now);
        Map<String, Long> then = counted(ProgrammeEffect.TargetEffect::then);
        return List.of("ok", "on", "risk", "off", "few", "none").stream()
                .filter(status -> now.containsKey(status) || then.containsKey(status)).map(status -> new Count(status,
                        now.getOrDefault(status, 0L), then.getOrDefault(status, 0L)))
                .toList();
    }

    /** So many targets have a status. */
    public record Count(String status, long now, long then) {
    }

    private Map<String, Long> counted(Function<ProgrammeEffect.TargetEffect, TargetLine> which) {
        return found.rows().stream().map(which).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(TargetLine::status, TreeMap::new, Collectors.counting()));
    }

    public String name(ProgrammeEffect.TargetEffect row) {
        ProgrammeTexts words = row.then() == null ? catalog.programmeTexts(language.getLocale())
                : found.draft().following().words(language.getLocale());
        return words.target(row.code()).name();
    }

    /** The value of today, and what is asked for. */
    public String value(TargetLine line) {
        return (line.today() == null ? "–" : figure(line, line.today())) + " / "
                + line.target().demand().relation().shown() + "\u00a0" + figure(line, line.target().demand().value());
    }

    private String figure(TargetLine line, BigDecimal number) {
        return line.percent() ? formats.percent(number) : formats.number(number);
    }
}
