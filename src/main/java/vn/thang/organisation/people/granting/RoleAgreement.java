package vn.thang.organisation.people.granting;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.people.GroupSource;
import vn.thang.organisation.people.Membership;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.RoleEvent;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * How a second national administrator agrees to a role that one alone does not give, or not: neither who proposed it nor whom
 * it is for.
 */
@ApplicationScoped
@Transactional
@Requires(ADMINISTER)
public class RoleAgreement {

    @Inject
    private RoleProposals proposals;

    @Inject
    private Granting granting;

    @Inject
    private GroupRoles groups;

    @Inject
    private Agencies agencies;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<RoleEvent> events;

    /** Lists all that wait, for national administrators. */
    @Requires(ADMINISTER)
    public List<RoleProposal> list() {
        requireNational();
        return proposals.list();
    }

    /** Lists those on which the caller may decide; none for whoever administers less than the nation. */
    @Requires(ADMINISTER)
    public List<RoleProposal> mine() {
        return isNational() ? proposals.list().stream().filter(this::isMine).toList() : List.of();
    }

    /** Whether the caller may agree. */
    @Requires(ADMINISTER)
    public boolean isMine(RoleProposal proposal) {
        return isNational() && caller.personId() != null && !caller.personId().equals(proposal.proposedBy())
                && !caller.personId().equals(proposal.personId());
    }

    /** The role is held from now on, or from the day that was proposed where that is later. */
    @Requires(ADMINISTER)
    public void agree(long id) {
        requireNational();
        RoleProposal proposal = get(id);
        if (!isMine(proposal)) {
            throw new BusinessException.Forbidden("organisation.role-second");
        }
        Person person = people.get(proposal.personId());
        Agency agency = agencies.get(proposal.agencyCode());
        if (!person.active()) {
            throw new BusinessException("organisation.role-closed");
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate begins = proposal.validFrom().isBefore(today) ? today : proposal.validFrom();
        if (!agency.lastsOn(begins)) {
            throw new BusinessException("organisation.change.over", agency.name());
        }
        if (granting.isOpposed(proposal.role(), agency, person)) {
            throw new BusinessException.Forbidden("organisation.role-judges");
        }
        Membership membership = new Membership(person, agency, proposal.role(), begins);
        people.add(membership);
        people.touch(person);
        people.flush();
        if (proposal.groupName() != null) {
            groups.note(membership.id(), new GroupSource(proposal.issuer(), proposal.groupName()));
        }
        proposals.remove(id);
        events.fire(new RoleEvent.RoleAgreed(person.id(), agency.id(), proposal.role(), proposal.proposedBy()));
    }

    /** The role is not given; who proposed it may say so too. */
    @Requires(ADMINISTER)
    public void drop(long id) {
        requireNational();
        RoleProposal proposal = get(id);
        long agency = agencies.get(proposal.agencyCode()).id();
        proposals.remove(id);
        if (proposal.groupName() != null) {
            proposals.drop(proposal, agency, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        events.fire(new RoleEvent.RoleProposalDropped(proposal.personId(), agency, proposal.role()));
    }

    private RoleProposal get(long id) {
        return proposals.lock(id).orElseThrow(() -> new BusinessException("organisation.role-decided"));
    }

    private void requireNational() {
        caller.check(ADMINISTER, agencies.rootPath());
    }

    private boolean isNational() {
        return caller.can(ADMINISTER, agencies.rootPath());
    }
}
