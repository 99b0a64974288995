package vn.thang.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import vn.thang.platform.Sha256;

/** A person whom a test in the browser adds past the pages: invited, with a link that the test knows. */
public final class InvitedPerson implements AutoCloseable {

    private final String username = "np" + Long.toString(System.nanoTime(), 36);
    private final String link = Base64.getUrlEncoder().withoutPadding()
            .encodeToString((UUID.randomUUID().toString() + UUID.randomUUID()).substring(0, 32).getBytes());

    private InvitedPerson() {
    }

    /** Somebody who is invited, and has this role from today on. */
    public static InvitedPerson invited(String role, String agency) {
        InvitedPerson person = new InvitedPerson();
        person.sql("""
                INSERT INTO person (id, username, full_name, email, language, active, version)
                VALUES (NEXTVAL(person_seq), ?, CONCAT('Người thử ', ?), CONCAT(?, '@example.vn'), 'vi', TRUE, 0)""",
                person.username, person.username, person.username);
        person.sql("""
                INSERT INTO membership (id, person_id, agency_id, role, valid_from)
                SELECT NEXTVAL(membership_seq), p.id, a.id, ?, '2020-01-01' FROM person p, agency a
                WHERE p.username = ? AND a.code = ?""", role, person.username, agency);
        person.newLink();
        return person;
    }

    private void newLink() {
        sql("""
                INSERT INTO password_link (person_id, token_hash, valid_until)
                SELECT id, ?, '2100-01-01' FROM person WHERE username = ?""", Sha256.hex(link), username);
    }

    public String username() {
        return username;
    }

    /** Returns the secret of the link of the invitation. */
    public String link() {
        return link;
    }

    /** Changes rows of the database; parameters are question marks. */
    public void sql(String sql, Object... parameters) {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement change = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                change.setObject(i + 1, parameters[i]);
            }
            change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The account is closed and its roles are over: what it did keeps its name. */
    @Override
    public void close() {
        sql("DELETE FROM password_link WHERE person_id = (SELECT id FROM person WHERE username = ?)", username);
        sql("DELETE FROM address_confirmation WHERE person_id = (SELECT id FROM person WHERE username = ?)", username);
        sql("DELETE FROM role_proposal WHERE person_id = (SELECT id FROM person WHERE username = ?)", username);
        sql("DELETE FROM passkey WHERE person_id = (SELECT id FROM person WHERE username = ?)", username);
        sql("DELETE FROM external_identity WHERE person_id = (SELECT id FROM person WHERE username = ?)", username);
        sql("DELETE FROM membership WHERE person_id = (SELECT id FROM person WHERE username = ?)", username);
        sql("UPDATE person SET active = FALSE WHERE username = ?", username);
    }
}
