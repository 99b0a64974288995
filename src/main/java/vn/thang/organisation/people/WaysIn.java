package vn.thang.organisation.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;

/** The ways by which a person signs in: the password, passkeys, and accounts at providers of identities. */
@ApplicationScoped
public class WaysIn {

    private static final List<String> EACH = List.of(
            "SELECT password_hash IS NOT NULL FROM person WHERE id = :person FOR UPDATE",
            "SELECT COUNT(*) FROM passkey WHERE person_id = :person FOR UPDATE",
            "SELECT COUNT(*) FROM external_identity WHERE person_id = :person FOR UPDATE");

    @Inject
    private Flushed flushed;

    /** Refuses to take away the only way in; two that are taken away at once wait for each other, and see what is left then. */
    public void keepOne(long person) {
        long ways = flushed.withHandle(sql -> EACH.stream()
                .mapToLong(one -> sql.createQuery(one).bind("person", person).mapTo(Long.class).one()).sum());
        if (ways < 2) {
            throw new BusinessException("openid.last");
        }
    }
}
