package vn.thang.matter.help;

import java.util.Comparator;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.list.Cut;

/** The orders of those whom to help: where a step does most first, or by one of the columns; what is not known comes before all else. */
public enum HelpOrder implements Cut.Reckoned<HelpLine> {
    MOST(Cut.Reckoned.asGiven()),
    AGENCY(Cut.Reckoned.byText(HelpLine::name)),
    TYPE(Comparator.comparing(line -> AgencyType.assessed().indexOf(line.type()))),
    LEVEL(Cut.Reckoned.byValue(HelpLine::level)),
    STEPS(Cut.Reckoned.byValue(HelpLine::steps)),
    STEP(Cut.Reckoned.byValue(HelpLine::perStep));

    private final Comparator<HelpLine> by;

    HelpOrder(Comparator<HelpLine> by) {
        this.by = by;
    }

    @Override
    public Comparator<HelpLine> by() {
        return by;
    }
}
