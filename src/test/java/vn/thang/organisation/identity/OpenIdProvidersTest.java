package vn.thang.organisation.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.organisation.people.granting.GroupRoles;
import vn.thang.security.Role;

class OpenIdProvidersTest {

    @TempDir
    private Path folder;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void twoProviders() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s");
        settings.put("thang.openid.providers", "bo, quocgia");
        for (String name : List.of("bo", "quocgia")) {
            put(name, "issuer", "https://" + name + ".example.vn/realms/a");
            put(name, "client-id", "thang");
            put(name, "secret-file", secret.toString());
            List.of("vi", "en", "de").forEach(language -> put(name, "label." + language, name + " " + language));
        }
    }

    @Test
    void severalProvidersAreReadInTheirOrder() {
        put("bo", "roles", "can bo=OFFICER@15 , a=b@c=LEADER@VN");
        List<OpenIdProvider> read = read();
        assertEquals(List.of("bo", "quocgia"), read.stream().map(OpenIdProvider::name).toList());
        assertEquals("bo de", read.get(0).label("de"));
        assertEquals(List.of(new GroupRoles.Rule("can bo", Role.OFFICER, "15"),
                new GroupRoles.Rule("a=b@c", Role.LEADER, "VN")), read.get(0).roles());
        assertEquals("groups", read.get(1).groupsClaim());
        assertEquals(List.of(), read.get(1).roles());
    }

    @ParameterizedTest
    @CsvSource({"issuer, http://bo.example.vn", "issuer, bo.example.vn", "issuer, ''", "client-id, ' '",
            "secret-file, /nowhere/at/all", "label.de, ''", "roles, nobody", "roles, a=OFFICER", "roles, a=KING@15",
            "roles, =OFFICER@15", "roles, a=OFFICER@"})
    void oneThatIsSetUpWronglyIsLeftOutAlone(String key, String value) {
        put("bo", key, value);
        assertEquals(List.of("quocgia"), read().stream().map(OpenIdProvider::name).toList());
    }

    @Test
    void thereIsNoneWhereNoneIsNamed() {
        settings.remove("thang.openid.providers");
        assertTrue(read().isEmpty());
    }

    @Test
    void onThisMachineTheIssuerNeedsNoCertificate() {
        put("bo", "issuer", "http://127.0.0.1:8180/realms/a");
        assertEquals(2, read().size());
    }

    private List<OpenIdProvider> read() {
        return OpenIdProviders.read(settings.get("thang.openid.providers"), settings::get);
    }

    private void put(String name, String key, String value) {
        settings.put("thang.openid." + name + "." + key, value);
    }
}
