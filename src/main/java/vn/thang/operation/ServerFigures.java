package vn.thang.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Figures about this server: its disk, and the connections that its pool has given out. */
final class ServerFigures {

    private static final Logger LOG = Logger.getLogger(ServerFigures.class.getName());
    /** The name that datasource.asadmin gives to the pool. */
    private static final String POOL = "ThangPool";

    private ServerFigures() {
    }

    /** The disk on which the server runs. */
    public record Disk(long free, long total) {
    }

    static Disk disk() {
        try {
            FileStore store = Files.getFileStore(Path.of("").toAbsolutePath());
            return new Disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the full name of the server with its version; what is given where it does not say. */
    static String version(String otherwise) {
        try {
            return Thread.currentThread().getContextClassLoader()
                    .loadClass("com.sun.appserv.server.util.Version").getMethod("getFullVersion").invoke(null)
                    .toString().strip();
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.FINE, "No version of the server", e);
            return otherwise;
        }
    }

    /**
     * Returns a figure that the server keeps of the pool; no number where it keeps none. Payara tells it to nobody but itself:
     * what it measures for others needs an agent that the JDK no longer lets in. So it is asked by its own names, which another
     * version may change; a test sees that.
     */
    static double pool(String figure) {
        try {
            ClassLoader server = Thread.currentThread().getContextClassLoader();
            Class<?> runtime = server.loadClass("com.sun.enterprise.connectors.ConnectorRuntime");
            Class<?> name = server.loadClass("org.glassfish.resourcebase.resources.api.PoolInfo");
            Class<?> pools = server.loadClass("com.sun.enterprise.resource.pool.PoolManager");
            Object manager = runtime.getMethod("getPoolManager").invoke(runtime.getMethod("getRuntime").invoke(null));
            Object status = pools.getMethod("getPoolStatus", name).invoke(manager,
                    name.getConstructor(String.class).newInstance(POOL));
            return status == null ? Double.NaN : (Integer) status.getClass().getMethod(figure).invoke(status);
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.FINE, "No figures of the pool", e);
            return Double.NaN;
        }
    }
}
