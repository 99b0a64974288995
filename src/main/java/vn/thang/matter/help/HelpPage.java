package vn.thang.matter.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.web.NoticePage;

/** Where help does most for a target. */
@Named
@RequestScoped
public class HelpPage {

    @Inject
    private HelpFirst help;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private NoticePage notices;

    private String code;
    private TargetLine target;
    private List<HelpLine> lines = List.of();

    public void load() {
        if (!rounds.load()) {
            return;
        }
        target = notices.found(() -> help.target(rounds.selection(), code));
        if (target != null) {
            lines = help.list(target, rounds.selection());
        }
    }

    /** Null where there is no round, or the error page is on its way. */
    public TargetLine getTarget() {
        return target;
    }

    public List<HelpLine> getLines() {
        return lines;
    }

    /** Whether steps about restricted answers are left out. */
    public boolean isHidden() {
        return lines.stream().anyMatch(HelpLine::hidden);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String text) {
        code = text;
    }
}
