package vn.thang.organisation.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;

/** The ways by which a person signs in: the password, passkeys, and accounts at providers of identities. */
@ApplicationScoped
public class WaysIn {

    @Inject
    private Flushed flushed;

    /** Refuses to take away the only way in; two that are taken away at once wait for each other. */
    public void keepOne(long person) {
        long ways = flushed.withHandle(sql -> sql.createQuery("""
                SELECT (p.password_hash IS NOT NULL)
                    + (SELECT COUNT(*) FROM passkey k WHERE k.person_id = p.id)
                    + (SELECT COUNT(*) FROM external_identity e WHERE e.person_id = p.id)
                FROM person p WHERE p.id = :person FOR UPDATE""").bind("person", person).mapTo(Long.class).one());
        if (ways < 2) {
            throw new BusinessException("openid.last");
        }
    }
}
