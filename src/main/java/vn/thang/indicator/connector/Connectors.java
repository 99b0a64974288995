package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import vn.thang.platform.BusinessException;

/** All connectors. */
@ApplicationScoped
class Connectors {

    @PersistenceContext
    private EntityManager entities;

    Connector get(String code) {
        return find(code).orElseThrow(() -> new BusinessException.NotFound("connector.unknown", code));
    }

    Optional<Connector> find(String code) {
        return entities.createQuery("SELECT c FROM Connector c WHERE c.code = :code", Connector.class)
                .setParameter("code", code)
                .getResultStream().findFirst();
    }

    Connector get(long id) {
        return Optional.ofNullable(entities.find(Connector.class, id))
                .orElseThrow(() -> new BusinessException.NotFound("connector.unknown", id));
    }

    void add(Connector connector) {
        entities.persist(connector);
        flush();
    }

    /** @throws BusinessException.Conflict when somebody else changed the same */
    void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw new BusinessException.Conflict("connector.changed");
        }
    }
}
