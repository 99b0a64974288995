package vn.thang.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import vn.thang.launcher.ConnectorKey;
import vn.thang.launcher.PayaraMicro;
import vn.thang.launcher.SecretsKey;

/**
 * Lets Arquillian deploy into the Payara Micro that the one-command run starts too, with the same settings. Arquillian begins and
 * ends with every class where classes are handed out one by one; the server is started once and goes on until all have run.
 */
public class PayaraForTests implements DeployableContainer<PayaraForTests.Settings>, LoadableExtension {

    /** The one place inside the network that connectors may ask: the servers that tests run themselves. */
    public static final String SERVERS_OF_TESTS = "127.0.0.2";

    private static Map<String, String> given = Map.of();

    /** Settings of MicroProfile for how soon a source is asked again. */
    private static final String AGAIN = "VN_THANG_INDICATOR_FETCHING_PULLATTEMPTS_FETCH_RETRY_";

    private static PayaraMicro payara;
    private static DeploymentException failure;

    /** Whether the server was started already, and needs no archive any more. */
    static boolean started() {
        return payara != null;
    }

    static void shutDown() {
        if (payara != null) {
            payara.stop();
        }
    }

    /** Returns the settings that the running server was started with, as the environment names them. */
    public static Map<String, String> given() {
        return given;
    }

    /** Returns the file in which everything stands that the server has written. */
    public static Path log() {
        return Path.of(System.getProperty("it.data")).resolve("payara.log");
    }

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeployableContainer.class, PayaraForTests.class);
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (!started()) {
            try {
                start(archive);
            } catch (DeploymentException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        HTTPContext context = new HTTPContext("localhost", Integer.getInteger("it.http.port"));
        context.add(new Servlet("ArquillianServletRunnerEE9", "/"));
        return new ProtocolMetaData().addContext(context);
    }

    private static void start(Archive<?> archive) throws DeploymentException {
        Path war = Path.of(System.getProperty("it.data")).resolve("thang.war");
        archive.as(ZipExporter.class).exportTo(war.toFile(), true);
        payara = new PayaraMicro(Path.of(System.getProperty("it.payara")), Path.of(System.getProperty("it.settings")),
                log());
        try {
            payara.with("THANG_CONNECTORS_KEY_FILE", ConnectorKey.in(war.getParent()).toString())
                    .with("THANG_SECRETS_KEY_FILE", SecretsKey.in(war.getParent()).toString())
                    .with("THANG_CONNECTORS_ALLOWED_HOSTS", SERVERS_OF_TESTS)
                    .with("THANG_SCANNER_ADDRESS", "unix:" + war.resolveSibling("clamd.ctl").toAbsolutePath())
                    .with("THANG_CONNECTORS_SECONDS", "3").with("THANG_CONNECTORS_MAX_BYTES", "1000000")
                    .with(AGAIN + "DELAY", "100").with(AGAIN + "JITTER", "50")
                    .with("THANG_CONNECTORS_RAW_RUNS", "3")
                    .with("THANG_OPENID_PROVIDERS", "thu,vang" + (Keycloak.isThere() ? ",khoa" : ""))
                    .with("THANG_METRICS_TOKEN", UUID.randomUUID().toString())
                    .with("THANG_MAIL_PASSWORD", UUID.randomUUID().toString())
                    .with("THANG_ADMIN_PASSWORD", UUID.randomUUID().toString());
            IdentityProvider.settings(war.getParent()).forEach(payara::with);
            payara.with("JAVA_TOOL_OPTIONS",
                    (System.getProperty("it.jvm", "") + " " + System.getProperty("it.agent", "")).strip());
            if (!payara.start(war, Integer.getInteger("it.http.port"), DatabaseForTests.database())) {
                throw new DeploymentException("The application did not start:\n" + Files.readString(log()));
            }
            given = payara.settings();
        } catch (IOException e) {
            throw new DeploymentException("The server did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("Interrupted", e);
        }
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // it goes with the database
    }

    @Override
    public Class<Settings> getConfigurationClass() {
        return Settings.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    /** Nothing to set: the build passes everything as system properties. */
    public static class Settings implements ContainerConfiguration {
        @Override
        public void validate() {
            // nothing to check
        }
    }
}
