package vn.thang.security.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.PayaraForTests;
import vn.thang.it.Secrets;

/** What the server is told in confidence does not stand in its log, whatever the commands of its start set. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecretsHttpIT {

    /** Where it is installed, one more provider has its secret. */
    private static final String OF_KEYCLOAK = "THANG_OPENID_KHOA_";

    @Test
    void theLogTellsNoSecretThatTheServerWasStartedWith() throws IOException {
        assertTrue(Files.readString(PayaraForTests.log()).contains("Boot Command set"),
                "the commands of the start are logged");
        Map<String, String> secrets = Secrets.in(PayaraForTests.given());
        assertEquals(Set.of("THANG_DB_PASSWORD", "THANG_DEMO_PASSWORD", "THANG_MAIL_PASSWORD", "THANG_ADMIN_PASSWORD",
                "THANG_CONNECTORS_KEY_FILE", "THANG_SECRETS_KEY_FILE", "THANG_METRICS_TOKEN",
                "THANG_OPENID_THU_SECRET_FILE", "THANG_OPENID_VANG_SECRET_FILE"),
                secrets.keySet().stream().filter(name -> !name.startsWith(OF_KEYCLOAK)).collect(Collectors.toSet()));
        assertEquals(Set.of(), Secrets.told(PayaraForTests.log(), secrets));
    }
}
