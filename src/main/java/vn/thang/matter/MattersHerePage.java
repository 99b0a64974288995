package vn.thang.matter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The open matters of a figure and the word of its owner, on the page of the figure. */
@Named
@RequestScoped
public class MattersHerePage {

    @Inject
    private MatterRegister register;

    @Inject
    private TargetOwnership ownership;

    @Inject
    private Caller caller;

    private final Map<String, TargetOwnership.View> owners = new HashMap<>();
    private final Map<MatterFilter, List<MatterLine>> found = new HashMap<>();

    public List<MatterLine> ofTarget(String code) {
        return of(MatterFilter.ofTarget(code));
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

    /** Returns the owner of a target and what was said of it. */
    public TargetOwnership.View owner(String target) {
        return owners.computeIfAbsent(target, ownership::view);
    }

    /** Whether the person may ask somebody about the figure of a target. */
    public boolean isAsking() {
        return caller.can(Permission.ASK) || caller.can(Permission.RECOMMEND);
    }

    /** Whether the person may ask the agency of this path. */
    public boolean asking(String path) {
        return caller.can(Permission.ASK, path) || caller.can(Permission.RECOMMEND, path);
    }
}
