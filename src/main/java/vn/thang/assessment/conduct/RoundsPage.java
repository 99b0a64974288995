package vn.thang.assessment.conduct;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.assessment.round.RoundLine;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionFaults;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** All rounds. */
@Named
@RequestScoped
public class RoundsPage {

    @Inject
    private RoundAdministration administration;

    @Inject
    private Catalog catalog;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    private List<RoundLine> rounds;
    private List<VersionFaults> refused;

    public void load() {
        rounds = notices.found(administration::list);
        refused = rounds == null ? List.of()
                : VersionFaults.list(administration.refusedModels(), language.getLocale());
    }

    /** Versions of models that no round can use, and why. */
    public List<VersionFaults> getRefused() {
        return refused;
    }

    /** Whether the model of the round can be read. */
    public boolean isReadable(RoundLine round) {
        return catalog.isReadable(round.modelRef());
    }

    public List<RoundLine> getRounds() {
        return rounds;
    }
}
