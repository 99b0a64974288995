package vn.thang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows between the features: a feature uses what its line says, and no other. */
class FeaturesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.thang");

    /** The features from the ground up, each with those that it may use: one can only name what stands above it here. */
    enum Feature {
        CORE,
        PLATFORM,
        SECURITY(PLATFORM),
        TABLE(PLATFORM),
        CATALOG(CORE, PLATFORM),
        ORGANISATION(CATALOG, PLATFORM, SECURITY, TABLE),
        AUDIT(ORGANISATION, PLATFORM, SECURITY),
        WORK(ORGANISATION, PLATFORM, SECURITY),
        INDICATOR(CATALOG, CORE, ORGANISATION, PLATFORM, SECURITY, TABLE),
        ASSESSMENT(AUDIT, CATALOG, CORE, INDICATOR, ORGANISATION, PLATFORM, SECURITY),
        DASHBOARD(ASSESSMENT, CATALOG, CORE, INDICATOR, ORGANISATION, PLATFORM, SECURITY),
        MATTER(ASSESSMENT, AUDIT, CATALOG, CORE, DASHBOARD, INDICATOR, ORGANISATION, PLATFORM, SECURITY),
        DRAFTING(ASSESSMENT, CATALOG, CORE, DASHBOARD, ORGANISATION, PLATFORM, SECURITY, TABLE),
        SAMPLING(ASSESSMENT, CATALOG, CORE, ORGANISATION, PLATFORM, SECURITY),
        HISTORY(ASSESSMENT, CATALOG, CORE, DASHBOARD, DRAFTING, ORGANISATION, PLATFORM, SECURITY),
        NOTICE(ASSESSMENT, AUDIT, DRAFTING, MATTER, ORGANISATION, PLATFORM, SAMPLING, SECURITY),
        OPERATION(ASSESSMENT, AUDIT, CATALOG, CORE, INDICATOR, NOTICE, ORGANISATION, PLATFORM, SECURITY),
        REPORT(ASSESSMENT, CATALOG, CORE, PLATFORM, SECURITY),
        DATA(ASSESSMENT, CATALOG, CORE, DASHBOARD, INDICATOR, MATTER, PLATFORM, SECURITY),
        BULLETIN(ASSESSMENT, CATALOG, CORE, DASHBOARD, MATTER, ORGANISATION, PLATFORM, SECURITY),
        OPEN(ASSESSMENT, AUDIT, BULLETIN, CATALOG, CORE, DASHBOARD, DATA, ORGANISATION, PLATFORM, SECURITY, TABLE),
        CALENDAR(ASSESSMENT, MATTER, PLATFORM, SECURITY),
        HOOK(ASSESSMENT, INDICATOR, MATTER, ORGANISATION, PLATFORM, SECURITY),
        SEARCH(ASSESSMENT, CATALOG, CORE, ORGANISATION, PLATFORM, SECURITY),
        DEMO(ASSESSMENT, CATALOG, CORE, INDICATOR, ORGANISATION, PLATFORM, SECURITY),
        RETENTION(ORGANISATION, PLATFORM, SECURITY),
        PROOF(ASSESSMENT, AUDIT, CATALOG, CORE, OPEN, PLATFORM, SECURITY),
        HOME(ASSESSMENT, DASHBOARD, INDICATOR, MATTER, NOTICE, ORGANISATION, PLATFORM, REPORT, SAMPLING, SECURITY,
                WORK);

        private final Set<Feature> used;

        Feature(Feature... used) {
            this.used = Set.of(used);
        }

        private boolean holds(JavaClass type) {
            return (type.getPackageName() + ".").startsWith("vn.thang." + name().toLowerCase(Locale.ROOT) + ".");
        }

        private ArchRule usesOnly(Set<Feature> features) {
            return noClasses().that(describe("in " + this, this::holds)).should().dependOnClassesThat(
                    resideInAPackage("vn.thang..").and(describe("in a feature other than " + features,
                            type -> !holds(type) && features.stream().noneMatch(feature -> feature.holds(type)))));
        }
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void aFeatureUsesWhatItsLineSays(Feature feature) {
        feature.usesOnly(feature.used).check(CLASSES);
    }

    /** A line that says more than is needed lets in what nobody decided on. */
    @ParameterizedTest
    @EnumSource(Feature.class)
    void everyWordOfALineIsNeeded(Feature feature) {
        for (Feature used : feature.used) {
            Set<Feature> others = new HashSet<>(feature.used);
            others.remove(used);
            assertTrue(feature.usesOnly(others).evaluate(CLASSES).hasViolation(), () -> feature + " needs no " + used);
        }
    }

    @Test
    void featuresStandInNoCircle() {
        slices().matching("vn.thang.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyClassIsInAFeature() {
        assertEquals(Set.of(),
                CLASSES.stream().filter(type -> Set.of(Feature.values()).stream().noneMatch(one -> one.holds(type)))
                        .map(JavaClass::getName).filter(name -> !name.startsWith("vn.thang.launcher."))
                        .collect(Collectors.toSet()));
    }

    /** A rule that cannot fail proves nothing: a feature without its line reaches for what it may not use. */
    @Test
    void anArrowThatIsNotListedIsFound() {
        assertTrue(Feature.ORGANISATION.usesOnly(Set.of()).evaluate(CLASSES).hasViolation());
    }
}
