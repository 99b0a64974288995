package vn.thang.security;

import static vn.thang.security.Permission.ADMINISTER;
import static vn.thang.security.Permission.ANSWER;
import static vn.thang.security.Permission.ASK;
import static vn.thang.security.Permission.CONTRIBUTE;
import static vn.thang.security.Permission.DECIDE;
import static vn.thang.security.Permission.EXPORT;
import static vn.thang.security.Permission.HAND_IN;
import static vn.thang.security.Permission.MEET;
import static vn.thang.security.Permission.PUBLISH;
import static vn.thang.security.Permission.READ_TRAIL;
import static vn.thang.security.Permission.RECOMMEND;
import static vn.thang.security.Permission.REVIEW;
import static vn.thang.security.Permission.SIGN;
import static vn.thang.security.Permission.VIEW;
import static vn.thang.security.Permission.VIEW_RESTRICTED;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles that a person can have. A role is held at an agency and reaches down from there. */
public enum Role {
    OFFICER(false, VIEW, VIEW_RESTRICTED, ANSWER, CONTRIBUTE, HAND_IN),
    HEAD(false, VIEW, VIEW_RESTRICTED, ANSWER, CONTRIBUTE, HAND_IN, SIGN, ASK, EXPORT),
    CONTRIBUTOR(false, CONTRIBUTE),
    REVIEWER(true, VIEW, VIEW_RESTRICTED, REVIEW, EXPORT),
    PANELLIST(true, VIEW, VIEW_RESTRICTED, DECIDE, EXPORT),
    LEADER(true, VIEW, ASK, MEET, EXPORT),
    AUDITOR(true, VIEW, RECOMMEND, EXPORT, READ_TRAIL),
    ADMINISTRATOR(true, VIEW, PUBLISH, MEET, EXPORT, ADMINISTER, READ_TRAIL);

    /** What officers and heads may do below their agency as well. */
    private static final Set<Permission> ALSO_BELOW = EnumSet.of(VIEW, ASK, EXPORT);

    private final boolean reachesDown;
    private final Set<Permission> permissions;

    Role(boolean reachesDown, Permission first, Permission... others) {
        this.reachesDown = reachesDown;
        this.permissions = EnumSet.of(first, others);
    }

    /**
     * Whether the permission holds at the agency itself, or below it. Officers and heads see the agencies below theirs,
     * heads ask them too, but they answer, and read restricted answers, for their own agency only.
     */
    boolean allows(Permission permission, boolean ownAgency) {
        return permissions.contains(permission)
                && (ownAgency || reachesDown || ALSO_BELOW.contains(permission));
    }

    /** Whether the role has the permission anywhere. */
    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether whoever holds the role decides on what agencies handed in. */
    public boolean judges() {
        return allows(REVIEW) || allows(DECIDE);
    }

    /** Whether whoever holds the role leads: they meet about figures, and administer nothing. */
    public boolean leads() {
        return allows(MEET) && !allows(ADMINISTER);
    }

    /** Whether whoever holds the role audits: they recommend, and decide on nothing. */
    public boolean audits() {
        return allows(RECOMMEND);
    }

    /** Whether whoever holds the role answers for an agency. */
    public boolean answers() {
        return allows(CONTRIBUTE);
    }

    /** Whether whoever holds the role signs for an agency. */
    public boolean signs() {
        return allows(SIGN);
    }

    /** Whether whoever holds the role administers. */
    public boolean administers() {
        return allows(ADMINISTER);
    }

    /** Returns the roles of officers, who answer for an agency and leave the signature to its head. */
    public static Set<Role> officers() {
        return Stream.of(values()).filter(role -> role.allows(ANSWER) && !role.signs())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** Returns the roles that have the permission below the agency at which they are held, in the order in which they are declared. */
    public static Set<Role> reachingDownWith(Permission permission) {
        return Stream.of(values()).filter(role -> role.allows(permission, false))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** Returns the roles that have the permission, in the order in which they are declared. */
    public static Set<Role> with(Permission permission) {
        return Stream.of(values()).filter(role -> role.allows(permission))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
