package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Collections keep their methods to their package, and still each call of one is a transaction. */
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {

    @Inject
    private Kept kept;

    @Inject
    private Shown shown;

    @ApplicationScoped
    @Transactional
    static class Kept {

        @Resource
        private TransactionSynchronizationRegistry registry;

        int ofPackage() {
            return registry.getTransactionStatus();
        }
    }

    @ApplicationScoped
    @Transactional
    static class Shown {

        @Resource
        private TransactionSynchronizationRegistry registry;

        public int ofAll() {
            return registry.getTransactionStatus();
        }
    }

    @Test
    void aPublicMethodRunsInATransaction() {
        assertEquals(Status.STATUS_ACTIVE, shown.ofAll());
    }

    @Test
    void aMethodOfThePackageRunsInATransaction() {
        assertEquals(Status.STATUS_ACTIVE, kept.ofPackage());
    }
}
