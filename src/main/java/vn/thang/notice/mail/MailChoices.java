package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** All choices of what people get by mail; who never chose has none. */
@ApplicationScoped
class MailChoices {

    @Inject
    private Jdbi jdbi;

    private record Stored(String mail, String topics) {
    }

    Optional<MailChoice> find(long person) {
        return jdbi
                .withHandle(sql -> sql.createQuery("SELECT mail, topics FROM notice_setting WHERE person_id = :person")
                        .bind("person", person).mapTo(Stored.class).findOne()
                        .map(stored -> MailChoice.of(stored.mail(), stored.topics())));
    }

    void store(long person, MailChoice choice) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO notice_setting (person_id, mail, topics) VALUES (:person, :how, :topics)
                ON DUPLICATE KEY UPDATE mail = VALUES(mail), topics = VALUES(topics)""")
                .bind("person", person).bind("how", choice.how()).bind("topics", choice.topicNames()).execute());
    }
}
