package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.EvidenceName;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.NamedEvidence;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Shown;
import vn.thang.catalog.Catalog;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Reach;
import vn.thang.security.Requires;

/** Finding documents by their names. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class EvidenceFinding {

    @Inject
    private Evidences evidences;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    /**
     * Returns the names of up to so many documents that came after this one, in the order of their ids: what an index of
     * words is made of. Whoever shows one asks {@link #readable} first.
     */
    @Requires(Permission.VIEW)
    public List<EvidenceName> namesAfter(long id, int most) {
        return evidences.namesAfter(id, most);
    }

    /** Returns those of the documents that the caller may read, in the order of the ids. */
    @Requires(Permission.VIEW)
    public List<NamedEvidence> readable(Collection<Long> ids) {
        Reach seen = caller.reach(Permission.VIEW);
        Reach restricted = caller.reach(Permission.VIEW_RESTRICTED);
        CourseSight sight = CourseSight.of(caller);
        Map<Long, NamedEvidence> known = evidences.named(ids).stream()
                .collect(Collectors.toMap(NamedEvidence::id, Function.identity()));
        return ids.stream().map(known::get).filter(Objects::nonNull)
                .filter(one -> seen.covers(one.agencyPath())
                        && (restricted.covers(one.agencyPath()) || !restricted(one))
                        && sight.shows(Shown.ANSWERS, one.assessment(), one.state(), one.agencyPath())
                        && sight.showsObjection(one.sent(), one.agencyPath()))
                .toList();
    }

    /** Where the model cannot be read, nobody knows, so that it counts as restricted. */
    private boolean restricted(NamedEvidence one) {
        return catalog.find(one.modelRef()).stream().flatMap(model -> model.criteria().stream())
                .noneMatch(criterion -> criterion.code().equals(one.criterion()) && !criterion.restricted());
    }
}
