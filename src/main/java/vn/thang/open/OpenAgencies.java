package vn.thang.open;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.round.RoundState;

/** The round that becomes public, and the names of its agencies. */
@ApplicationScoped
class OpenAgencies {

    @Inject
    private Jdbi jdbi;

    /** @param parent code of the agency above */
    record Names(String code, String nameEn, String parent) {
    }

    Map<String, Names> names(long round) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT a.code, a.name_en, p.code AS parent FROM counted_assessment s JOIN agency a ON a.id = s.agency_id
                JOIN assessment_place w ON w.assessment_id = s.id
                LEFT JOIN agency p ON p.id = w.parent_id WHERE s.round_id = :round""").bind("round", round)
                .mapTo(Names.class).collect(Collectors.toMap(Names::code, Function.identity())));
    }

    /** Finds a round whose results are published, and no rehearsal. */
    Optional<OpenMaking.Subject> published(String code) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id, code, name, CONCAT(model_id, '/', model_version) AS model_ref, due_on FROM assessment_round
                WHERE code = :code AND state = :published AND rehearsal = FALSE""").bind("code", code)
                .bind("published", RoundState.PUBLISHED).mapTo(OpenMaking.Subject.class).findOne());
    }
}
