package vn.thang.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.organisation.factor.FactorEnrolment;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.security.Caller;
import vn.thang.security.Role;

/**
 * One account of every role, made when {@code thang.demo} is true and there is nobody yet. Heads have a second factor, whose
 * codes the demonstration shows where it asks for them.
 */
@Singleton
@Startup
@DependsOn("Beginning")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoAccounts {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    @Inject
    private Caller caller;

    @Inject
    private PeopleAdministration people;

    @Inject
    private FactorEnrolment factors;

    @Inject
    @ConfigProperty(name = "thang.demo", defaultValue = "false")
    private boolean wanted;

    @Inject
    @ConfigProperty(name = "thang.demo.password")
    private Optional<String> password;

    @PostConstruct
    void create() {
        if (!wanted) {
            return;
        }
        caller.actAsSystem();
        if (people.isEmpty()) {
            String given = password
                    .orElseThrow(() -> new IllegalStateException("thang.demo needs thang.demo.password"));
            read().forEach(record -> {
                NewPerson person = person(record);
                people.create(person, given);
                if (person.role().signs()) {
                    factors.giveForDemonstration(person.username());
                }
            });
        }
    }

    private static NewPerson person(CSVRecord record) {
        return new NewPerson(record.get("username"), record.get("full_name"), null, record.get("language"),
                record.get("agency"), Role.valueOf(record.get("role")));
    }

    private static Iterable<CSVRecord> read() {
        try (Reader in = new InputStreamReader(DemoAccounts.class.getResourceAsStream("/demo/accounts.csv"),
                StandardCharsets.UTF_8)) {
            return FORMAT.parse(in).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
