package vn.thang.matter.help;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.list.Cut;

/** The orders of those whom to help: where a step does most first, or by one of the columns; what is not known comes before all else. */
public enum HelpOrder implements Cut.Reckoned<HelpLine> {
    MOST((one, other) -> 0),
    AGENCY(Comparator.comparing(HelpLine::name, Collator.getInstance(Locale.forLanguageTag("vi"))::compare)),
    TYPE(Comparator.comparing(line -> AgencyType.assessed().indexOf(line.type()))),
    LEVEL(Comparator.comparing(HelpLine::level, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))),
    STEPS(Comparator.comparing(HelpLine::steps, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))),
    STEP(Comparator.comparing(HelpLine::perStep, Comparator.nullsFirst(Comparator.<Double>naturalOrder())));

    private final Comparator<HelpLine> by;

    HelpOrder(Comparator<HelpLine> by) {
        this.by = by;
    }

    @Override
    public Comparator<HelpLine> by() {
        return by;
    }
}
