package vn.thang.matter.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.platform.sql.Subtrees;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Reach;

/**
 * What a person sees: matters of agencies that they may see, and those about restricted answers only where they may read
 * these.
 *
 * @param person     id of the person; 0 for nobody
 * @param seen       where agencies are seen
 * @param restricted where restricted answers are read
 * @param answers    paths of the agencies for which the person answers
 */
public record MatterSight(long person, List<String> seen, Reach restricted, List<String> answers, LocalDate today) {

    public static MatterSight of(Caller caller, Permission permission, LocalDate today) {
        return new MatterSight(caller.personId() == null ? 0 : caller.personId(), caller.subtrees(permission),
                caller.reach(Permission.VIEW_RESTRICTED), caller.reach(Permission.ANSWER).agencies(), today);
    }

    /** Returns the condition on matter m of agency a. */
    String condition() {
        return new Subtrees("seen", seen).condition("a.path") + " AND (m.restricted = FALSE OR "
                + new Subtrees("below", restricted.subtrees()).condition("a.path") + " OR a.path IN (<exactly>))";
    }

    /** Returns the values of its parameters but that of the list {@code exactly}. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>(new Subtrees("seen", seen).values());
        values.putAll(new Subtrees("below", restricted.subtrees()).values());
        return values;
    }
}
