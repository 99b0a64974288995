package vn.thang.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.catalog.draft.ModelChange;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.ListFile;

/** The differences between a draft and the version before it, as a file. */
@ApplicationScoped
class DifferenceFile implements ListFile {

    @Inject
    private Drafting drafting;

    @Override
    public String name() {
        return "difference";
    }

    @Override
    public Content<ModelChange> content(Asked asked) {
        long draft = GivenText.number(asked.of("draft"));
        return new Content<>(asked.text("difference.title") + " " + drafting.get(draft).ref(),
                drafting.difference(draft).changes().stream().filter(DifferenceFilter.of(asked.filters())::admits)
                        .toList(),
                List.of(new Column<>(asked.text("difference.place"), 40,
                        change -> ((change.code().isEmpty() ? asked.text("replay.whole") : change.code()) + " "
                                + change.field()).strip()),
                        new Column<>(asked.text("app.language"), 12, ModelChange::language),
                        new Column<>(asked.text("difference.part"), 28,
                                change -> asked.text("difference.part." + change.part())),
                        new Column<>(asked.text("difference.how"), 14,
                                change -> asked.text("difference.how." + change.how())),
                        new Column<>(asked.text("difference.before"), 70, ModelChange::before),
                        new Column<>(asked.text("difference.after"), 70, ModelChange::after)));
    }
}
