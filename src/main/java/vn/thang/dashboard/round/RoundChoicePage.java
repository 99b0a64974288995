package vn.thang.dashboard.round;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The round that the address asks for, or the newest; every page of the dashboard shows one. */
@Named
@RequestScoped
public class RoundChoicePage {

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    private String code;
    private Optional<RoundSelection> selection = Optional.empty();
    private boolean seesAll;

    /** Whether there is a round to show; otherwise nothing has begun yet, or the error page is on its way. */
    public boolean load() {
        return load(selection -> selection);
    }

    /** The same, of a page that asks how far a round is: without a code it shows the newest round. */
    public boolean loadNewest() {
        return load(found -> code != null ? found
                : new RoundSelection(found.all(), RoundSelection.newest(found.all().stream()
                        .filter(round -> catalog.isReadable(round.modelRef())).toList()).orElse(found.shown())));
    }

    /** The same, of a page that names dimensions: it is refused while the model of the round cannot be read. */
    public boolean loadModel() {
        boolean loaded = load();
        if (loaded) {
            getModel();
        }
        return loaded;
    }

    private boolean load(UnaryOperator<RoundSelection> which) {
        selection = notices.found(() -> nationalRounds.rounds(code).map(which));
        if (selection == null) {
            selection = Optional.empty();
        }
        seesAll = selection.isPresent() && nationalRounds.seesAll();
        return selection.isPresent();
    }

    public RoundSelection selection() {
        return selection.orElseThrow();
    }

    public boolean isPresent() {
        return selection.isPresent();
    }

    /** Whether the person sees every agency of the country. */
    public boolean isSeesAll() {
        return seesAll;
    }

    /** The round of the newest figure of the country up to the shown one. */
    public RoundChoice getBasis() {
        return selection().basis();
    }

    /** The round that runs, as news beside the figures; null while none does. */
    public RoundChoice getRunning() {
        return selection.flatMap(RoundSelection::running).orElse(null);
    }

    public RoundChoice getShown() {
        return selection().shown();
    }

    public List<RoundChoice> getAll() {
        return selection().all();
    }

    public MaturityModel getModel() {
        return catalog.model(getShown().modelRef());
    }

    public List<Dimension> getDimensions() {
        return getModel().dimensions();
    }

    public List<String> getDimensionCodes() {
        return getDimensions().stream().map(Dimension::code).toList();
    }

    public ModelTexts getTexts() {
        return catalog.texts(getShown().modelRef(), language.getLocale());
    }

    public ProgrammeTexts getProgramme() {
        return catalog.programmeTexts(language.getLocale());
    }

    /** The types of a group in words. */
    public String typesOf(Group group) {
        return group.types().stream().map(type -> language.text("organisation.type." + type))
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    public String getCode() {
        return code;
    }

    public void setCode(String newCode) {
        code = newCode;
    }
}
