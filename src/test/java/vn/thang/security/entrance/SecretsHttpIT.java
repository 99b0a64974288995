package vn.thang.security.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.PayaraForTests;

/** What the server is told in confidence does not stand in its log, whatever the commands of its start set. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecretsHttpIT {

    @Test
    void theLogTellsNoSecretThatTheServerWasStartedWith() throws IOException {
        String log = Files.readString(PayaraForTests.log());
        assertTrue(log.contains("Boot Command set"), "the commands of the start are logged");
        Map<String, String> secrets = secrets();
        assertEquals(Set.of("THANG_DB_PASSWORD", "THANG_DEMO_PASSWORD", "THANG_MAIL_PASSWORD",
                "THANG_CONNECTORS_KEY_FILE", "THANG_SECRETS_KEY_FILE", "THANG_METRICS_TOKEN"), secrets.keySet());
        Set<String> told = new TreeSet<>();
        secrets.forEach((name, value) -> {
            if (log.contains(value)) {
                told.add(name);
            }
        });
        assertEquals(Set.of(), told);
    }

    /** Every setting named like a secret, and what stands in a file of keys. */
    private static Map<String, String> secrets() throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        for (Map.Entry<String, String> setting : PayaraForTests.given().entrySet()) {
            if (setting.getKey().endsWith("_KEY_FILE")) {
                secrets.put(setting.getKey(), Files.readString(Path.of(setting.getValue())).strip());
            } else if (setting.getKey().matches(".*(PASSWORD|KEY|SECRET|TOKEN)")) {
                secrets.put(setting.getKey(), setting.getValue());
            }
        }
        return secrets;
    }
}
