package vn.thang.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import vn.thang.platform.BusinessException;

/** All agencies. */
@ApplicationScoped
class Agencies {

    @PersistenceContext
    private EntityManager entities;

    void add(Agency agency) {
        entities.persist(agency);
    }

    boolean isEmpty() {
        return entities.createQuery("SELECT COUNT(a) FROM Agency a", Long.class).getSingleResult() == 0;
    }

    Optional<Agency> find(String code) {
        return entities.createQuery("SELECT a FROM Agency a WHERE a.code = :code", Agency.class)
                .setParameter("code", code)
                .getResultStream().findFirst();
    }

    Agency get(String code) {
        return find(code).orElseThrow(() -> new BusinessException.NotFound("organisation.unknown-agency", code));
    }
}
