package vn.thang.it;

import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;

/**
 * The transaction of a test in the container. Where use cases run on other threads at the same moment, the server can come to
 * think that the test stands inside of a use case, and refuses UserTransaction from then on; each step makes good for that first.
 * The application itself never uses it.
 */
public final class TransactionFixture {

    public void begin() throws Exception {
        own().begin();
    }

    public void commit() throws Exception {
        own().commit();
    }

    public void rollback() throws Exception {
        own().rollback();
    }

    /** As {@link jakarta.transaction.Status} names it. */
    public int getStatus() throws Exception {
        return own().getStatus();
    }

    private static UserTransaction own() throws Exception {
        Class<?> managers = Class.forName("org.glassfish.api.invocation.InvocationManager");
        Object manager = Class.forName("org.glassfish.internal.api.Globals").getMethod("get", Class.class).invoke(null,
                managers);
        Object invocation = managers.getMethod("getCurrentInvocation").invoke(manager);
        Class.forName("org.glassfish.api.invocation.ComponentInvocation")
                .getMethod("setTransactionOperationsManager", Object.class).invoke(invocation, (Object) null);
        return (UserTransaction) new InitialContext().lookup("java:comp/UserTransaction");
    }
}
