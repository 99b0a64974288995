package vn.thang.assessment.conduct.stage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.round.ExtensionOrder;
import vn.thang.assessment.round.GivenExtension;
import vn.thang.platform.GivenText;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The agencies that were given more time in a round, as a file. */
@ApplicationScoped
class ExtensionsFile implements ListFile {

    @Inject
    private StageDates dates;

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public Content<GivenExtension> content(Asked asked) {
        return new Content<>(asked.text("stage.extensions"),
                dates.extensions(asked.of("code"), GivenText.orNull(asked.of("q")),
                        asked.whole(ExtensionOrder.values())).rows(),
                List.of(new Column<>(asked.text("home.agency"), 40, GivenExtension::agencyName),
                        new Column<>(asked.text("organisation.column.code"), 12, GivenExtension::agencyCode),
                        new Column<>(asked.text("stage.stage"), 26, one -> asked.text("stage." + one.stage())),
                        new Column<>(asked.text("stage.until"), 14, GivenExtension::dueOn),
                        new Column<>(asked.text("stage.reason-label"), 50, GivenExtension::reason),
                        new Column<>(asked.text("stage.given"), 26, GivenExtension::givenBy),
                        new Column<>(asked.text("stage.given-on"), 14,
                                one -> LocalDate.ofInstant(one.givenAt(), Time.ZONE))));
    }
}
