package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.GivenText;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** How far the units below an agency are, as a file. */
@ApplicationScoped
class UnitsFile implements ListFile {

    @Inject
    private BelowFirst below;

    @Override
    public String name() {
        return "units";
    }

    @Override
    public Content<UnitLine> content(Asked asked) {
        return new Content<>(asked.text("below.title"),
                below.units(GivenText.number(asked.of("assessment")), UnitFilter.of(asked.filters()),
                        asked.whole(UnitOrder.values())).rows(),
                List.of(new Column<>(asked.text("below.unit"), 40, UnitLine::name),
                        new Column<>(asked.text("organisation.column.code"), 12, UnitLine::code),
                        new Column<>(asked.text("assessment.state"), 22,
                                line -> asked.text("assessment.state." + line.state())),
                        new Column<>(asked.text("section.progress"), 14,
                                line -> line.answered() + "/" + line.applicable()),
                        new Column<>(asked.text("section.due"), 14, UnitLine::dueOn),
                        new Column<>(asked.text("standing.day"), 14, line -> line.handedInAt() == null ? null
                                : LocalDate.ofInstant(line.handedInAt(), Time.ZONE))));
    }
}
