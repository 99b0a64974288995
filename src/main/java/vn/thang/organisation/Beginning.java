package vn.thang.organisation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.security.Caller;
import vn.thang.security.Role;

/**
 * What an empty database begins with: the agencies of the first level, and the first administrator where
 * {@code thang.admin.username} and {@code thang.admin.password} are set.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class Beginning {

    private static final String AGENCIES = "/maturity-model/programme/agencies.csv";

    @Inject
    private Caller caller;

    @Inject
    private Agencies agencies;

    @Inject
    private AgencyImport agencyImport;

    @Inject
    private PeopleAdministration people;

    @Inject
    @ConfigProperty(name = "thang.admin.username")
    private Optional<String> username;

    @Inject
    @ConfigProperty(name = "thang.admin.password")
    private Optional<String> password;

    @PostConstruct
    void begin() {
        caller.actAsSystem();
        if (agencies.isEmpty()) {
            agencyImport.apply(firstAgencies(), false);
        }
        if (username.isPresent() && password.isPresent() && people.isEmpty()) {
            people.create(new NewPerson(username.get(), username.get(), null, "vi", agencies.root().code(),
                    Role.ADMINISTRATOR), password.get());
        }
    }

    private static byte[] firstAgencies() {
        try (InputStream in = Beginning.class.getResourceAsStream(AGENCIES)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
