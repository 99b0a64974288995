package vn.thang.organisation.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** All views that people keep. */
@ApplicationScoped
class KeptViews {

    @Inject
    private Jdbi jdbi;

    List<KeptView> list(long person, String page) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id, name, query FROM kept_view WHERE person_id = :person AND page = :page ORDER BY name""")
                .bind("person", person).bind("page", page).mapTo(KeptView.class).list());
    }

    /** A view of the same name is replaced. */
    void keep(long person, String page, String name, String query) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO kept_view (person_id, page, name, query) VALUES (:person, :page, :name, :query)
                ON DUPLICATE KEY UPDATE query = :query""")
                .bind("person", person).bind("page", page).bind("name", name).bind("query", query).execute());
    }

    void remove(long person, long id) {
        jdbi.useHandle(sql -> sql.createUpdate("DELETE FROM kept_view WHERE id = :id AND person_id = :person")
                .bind("person", person).bind("id", id).execute());
    }
}
