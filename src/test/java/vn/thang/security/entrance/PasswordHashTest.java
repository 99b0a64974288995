package vn.thang.security.entrance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

/** Hashing takes long and few may do it at once, so it is never done inside a transaction, which holds a connection. */
class PasswordHashTest {

    private static final ArchRule NOBODY_HASHES_IN_A_TRANSACTION = methods()
            .that(DescribedPredicate.describe("hash passwords", PasswordHashTest::hashes)).should(refuseATransaction());

    private static boolean hashes(JavaMethod method) {
        return !method.getOwner().isEquivalentTo(PasswordHash.class) && method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(PasswordHash.class));
    }

    private static ArchCondition<JavaMethod> refuseATransaction() {
        return new ArchCondition<>("be @Transactional(NEVER)") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean never = method.tryGetAnnotationOfType(Transactional.class)
                        .filter(annotation -> annotation.value() == Transactional.TxType.NEVER).isPresent();
                events.add(new SimpleConditionEvent(method, never, method.getDescription()));
            }
        };
    }

    @Test
    void nobodyHashesInATransaction() {
        JavaClasses application = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.thang.organisation", "vn.thang.security", "vn.thang.demo");
        NOBODY_HASHES_IN_A_TRANSACTION.check(application);
    }

    @Test
    void whoDoesIsFound() {
        JavaClasses broken = new ClassFileImporter().importClasses(HashesInATransaction.class);
        assertTrue(NOBODY_HASHES_IN_A_TRANSACTION.evaluate(broken).hasViolation());
    }

    @Transactional
    private static final class HashesInATransaction {
        String hash(String password) {
            return PasswordHash.of(password);
        }
    }
}
