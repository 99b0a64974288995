package vn.thang.organisation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.catalog.Catalog;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.organisation.sheet.AgencyImport;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
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

    @Inject
    private Caller caller;

    @Inject
    private Agencies agencies;

    @Inject
    private AgencyImport agencyImport;

    @Inject
    private PeopleAdministration people;

    @Inject
    private Catalog catalog;

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
            agencyImport.apply(catalog.agencies().getBytes(StandardCharsets.UTF_8), false);
        }
        if (username.isPresent() && password.isPresent() && people.isEmpty()) {
            createAdministrator();
        }
    }

    private void createAdministrator() {
        try {
            people.create(new NewPerson(username.get(), username.get(), null, "vi", agencies.root().code(),
                    Role.ADMINISTRATOR), password.get());
        } catch (BusinessException e) {
            throw new IllegalStateException("thang.admin.username and thang.admin.password are refused: "
                    + Texts.text(Locale.ENGLISH, e.key(), e.arguments()), e);
        }
    }
}
