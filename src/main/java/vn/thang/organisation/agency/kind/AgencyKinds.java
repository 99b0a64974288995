package vn.thang.organisation.agency.kind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import vn.thang.organisation.agency.Agency;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;

/** All kinds of agency, and which one each agency is. */
@ApplicationScoped
public class AgencyKinds {

    @Inject
    private Flushed flushed;

    public List<AgencyKind> list() {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT k.code, k.type, k.name, k.name_en, k.name_de, COUNT(a.id) AS agencies
                FROM agency_kind k LEFT JOIN agency a ON a.kind = k.code
                GROUP BY k.code, k.type, k.name, k.name_en, k.name_de, k.place ORDER BY k.place, k.code""")
                .mapTo(AgencyKind.class).list());
    }

    /** The kind of an agency; empty where nobody said. */
    public Optional<AgencyKind> of(String agency) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT k.code, k.type, k.name, k.name_en, k.name_de, 1 AS agencies
                FROM agency a JOIN agency_kind k ON k.code = a.kind WHERE a.code = :agency""").bind("agency", agency)
                .mapTo(AgencyKind.class).findOne());
    }

    void add(AgencyKind kind) {
        try {
            flushed.useHandle(sql -> sql.createUpdate("""
                    INSERT INTO agency_kind (code, type, name, name_en, name_de, place)
                    SELECT :code, :type, :name, :nameEn, :nameDe, COALESCE(MAX(place), 0) + 1 FROM agency_kind""")
                    .bind("code", kind.code()).bind("type", kind.type()).bind("name", kind.name())
                    .bind("nameEn", kind.nameEn()).bind("nameDe", kind.nameDe()).execute());
        } catch (UnableToExecuteStatementException e) {
            throw new BusinessException("organisation.kind.there", kind.code());
        }
    }

    /** Gives an agency that has none, or one of another type, the kind of its type with which its name begins. */
    public static void settle(Agency agency, List<AgencyKind> known) {
        boolean fits = known.stream()
                .anyMatch(kind -> kind.code().equals(agency.kind()) && kind.type().equals(agency.type()));
        if (!fits) {
            agency.isCalled(known.stream().filter(kind -> kind.type().equals(agency.type())
                    && agency.name().startsWith(kind.name() + " ")).map(AgencyKind::code).findFirst().orElse(null));
        }
    }

    /** Gives all agencies that have none the kind of their type with which their name begins. */
    void settle() {
        flushed.useHandle(sql -> {
            sql.createUpdate("""
                    UPDATE agency a JOIN agency_kind k ON k.type = a.type AND a.name LIKE CONCAT(k.name, ' %')
                    SET a.kind = k.code WHERE a.kind IS NULL""").execute();
        });
    }
}
