package vn.thang.platform.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/**
 * Several deeds in one transaction, where the use cases that they call would open one each. Not by UserTransaction: the server
 * remembers beside each use case whether that may be used, for all threads at once, and refuses it to the wrong ones.
 */
@ApplicationScoped
public class OneTransaction {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** Does them all or none. */
    @Transactional
    public void whole(Runnable deeds) {
        deeds.run();
    }

    /** Does them as far as they go, and undoes whatever they did. */
    @Transactional
    public void undone(Runnable deeds) {
        try {
            deeds.run();
        } finally {
            transactions.setRollbackOnly();
        }
    }
}
