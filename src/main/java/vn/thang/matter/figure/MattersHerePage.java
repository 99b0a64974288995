package vn.thang.matter.figure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.matter.owner.FigureOwnership;
import vn.thang.matter.owner.OwnedFigure;
import vn.thang.matter.register.MatterFilter;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterRegister;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The open matters of a figure and the word of its owner, on the page of the figure. */
@Named
@RequestScoped
public class MattersHerePage {

    @Inject
    private MatterRegister register;

    @Inject
    private FigureOwnership ownership;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    private Boolean national;
    private final Map<OwnedFigure, FigureOwnership.View> owners = new HashMap<>();
    private final Map<MatterFilter, List<MatterLine>> found = new HashMap<>();

    public List<MatterLine> ofTarget(String code) {
        return of(MatterFilter.ofTarget(code));
    }

    public List<MatterLine> ofIndicator(String code) {
        return of(MatterFilter.ofIndicator(code));
    }

    public List<MatterLine> ofReading(String indicator, String agency) {
        return of(MatterFilter.ofReading(indicator, agency));
    }

    public List<MatterLine> ofAgency(String code) {
        return of(MatterFilter.ofAgency(code));
    }

    public List<MatterLine> ofAssessment(long id) {
        return of(MatterFilter.ofAssessment(id));
    }

    private List<MatterLine> of(MatterFilter filter) {
        return caller.can(Permission.VIEW) ? found.computeIfAbsent(filter, register::open) : List.of();
    }

    public FigureOwnership.View ownerOfTarget(String code) {
        return owner(OwnedFigure.ofTarget(code));
    }

    public FigureOwnership.View ownerOfIndicator(String code) {
        return owner(OwnedFigure.ofIndicator(code));
    }

    /** Returns the owner of a figure and what was said of it. */
    private FigureOwnership.View owner(OwnedFigure figure) {
        return owners.computeIfAbsent(figure, ownership::view);
    }

    /** Whether the person may ask somebody about the figure of a target. */
    public boolean isAsking() {
        return caller.can(Permission.ASK) || caller.can(Permission.RECOMMEND);
    }

    /** Whether the person may ask somebody about the readings of an indicator. */
    public boolean askingAbout(String indicator) {
        return isAsking() && (!catalog.restrictedIndicators().contains(indicator)
                || caller.can(Permission.VIEW_RESTRICTED));
    }

    /** Whether the person may ask somebody about a source, which is a national matter. */
    public boolean isAskingAboutSources() {
        if (national == null) {
            national = isAsking() && caller.can(Permission.VIEW, agencies.rootPath());
        }
        return national;
    }

    /** Whether the person may ask the agency of this path. */
    public boolean asking(String path) {
        return caller.can(Permission.ASK, path) || caller.can(Permission.RECOMMEND, path);
    }
}
