package vn.thang.organisation.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.MailAddress;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;
import vn.thang.security.Role;

/** The account of the administrator with whom everything begins, or who cannot sign in any more; for the operator at the machine. */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class FirstAccount {

    @Inject
    private People people;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private PasswordLinks links;

    @Inject
    private Agencies agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountEvent> events;

    /**
     * Makes the link by which the administrator sets the password; the account too, where nobody is administrator yet.
     *
     * @throws BusinessException where there are administrators and the person is none of them
     */
    @Requires(Permission.ADMINISTER)
    public PasswordLinks.Issued link(String username, String mail) {
        if (caller.personId() != null) {
            throw new BusinessException.Forbidden("security.forbidden");
        }
        Agency root = agencies.root();
        LocalDate today = LocalDate.now(clock);
        Person known = people.find(username).orElse(null);
        boolean begun = people.hasAdministrator(root, today);
        boolean administers = known != null && people.administers(known, root, today);
        if (!administers && (begun || known != null)) {
            throw new BusinessException("organisation.first-account.administrators", username);
        }
        long id = administers ? known.id() : administration.add(new NewPerson(username, username, mail,
                Texts.LANGUAGES.get(0).getLanguage(), root.code(), Role.ADMINISTRATOR), username, null);
        if (administers && known.email() == null) {
            known.describe(known.fullName(), MailAddress.of(mail), known.language(), true);
            people.flush();
        }
        events.fire(new AccountEvent.LinkMadeByOperator(id));
        return links.issue(id).orElseThrow(() -> new BusinessException("organisation.person.no-letter"));
    }
}
