package vn.thang.matter.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.platform.list.ListFile;

/** The list of matters as a file. */
@ApplicationScoped
class MattersFile implements ListFile {

    @Inject
    private MatterRegister register;

    @Inject
    private MatterWords words;

    @Override
    public String name() {
        return "matters";
    }

    @Override
    public Content<MatterLine> content(Asked asked) {
        return new Content<>(asked.text("matter.title"),
                register.whole(MatterFilter.of(asked.filters()), asked.whole(MatterOrder.values())).rows(),
                List.of(new Column<>(asked.text("matter.kind"), 16,
                        line -> asked.text("matter.kind." + line.kind())),
                        new Column<>(asked.text("matter.about"), 40, line -> words.subject(line, asked.language())),
                        new Column<>(asked.text("matter.figure"), 40,
                                line -> words.figure(line.figure(), asked.language())),
                        new Column<>(asked.text("organisation.column.code"), 10, MatterLine::agencyCode),
                        new Column<>(asked.text("matter.agency"), 34, line -> line.name(asked.language())),
                        new Column<>(asked.text("matter.person"), 24, MatterLine::person),
                        new Column<>(asked.text("matter.words"), 60, MatterLine::words),
                        new Column<>(asked.text("matter.answer"), 60, MatterLine::answer),
                        new Column<>(asked.text("matter.asked-by"), 24, MatterLine::askedBy),
                        new Column<>(asked.text("matter.asked-at"), 18, MatterLine::askedAt),
                        new Column<>(asked.text("matter.first-due"), 12, MatterLine::firstDueOn),
                        new Column<>(asked.text("matter.due"), 12, MatterLine::dueOn),
                        new Column<>(asked.text("matter.money"), 16, MatterLine::money),
                        new Column<>(asked.text("matter.state"), 18,
                                line -> asked.text("matter.state." + line.standing())),
                        new Column<>(asked.text("matter.late"), 10,
                                line -> line.late() ? asked.text("matter.late.yes") : null),
                        new Column<>(asked.text("matter.ended-at"), 18, MatterLine::endedAt)));
    }
}
