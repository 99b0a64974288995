package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.discrepancy.Discrepancy;
import vn.thang.assessment.reply.Objection;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.catalog.draft.ModelChange;
import vn.thang.drafting.DraftState;
import vn.thang.drafting.ReplayMove;
import vn.thang.history.TargetStatus;
import vn.thang.matter.Deed;
import vn.thang.matter.Matter;
import vn.thang.security.Role;

/** Whoever adds a constant that people read is told of what goes with it. */
class ConstantsTest {

    /** Beginnings of keys to the constants that stand behind them. */
    static Stream<Map.Entry<String, Class<? extends Enum<?>>>> read() {
        return Stream.of(Map.entry("organisation.role.", Role.class), Map.entry("round.state.", RoundState.class),
                Map.entry("stage.", Stage.class), Map.entry("assessment.state.", AssessmentState.class),
                Map.entry("dashboard.state.", AssessmentState.class),
                Map.entry("discrepancy.state.", Discrepancy.State.class), Map.entry("review.kind.", Verdict.Kind.class),
                Map.entry("reply.decision.", Objection.Decision.class), Map.entry("matter.kind.", Matter.Kind.class),
                Map.entry("matter.state.", Matter.State.class), Map.entry("matter.deed.", Deed.class),
                Map.entry("matter.done.", Deed.class), Map.entry("matter.step.", Deed.class),
                Map.entry("target.history.cause.", TargetStatus.Cause.class),
                Map.entry("draft.state.", DraftState.class), Map.entry("replay.rule.", ReplayMove.Rule.class),
                Map.entry("replay.rule-name.", ReplayMove.Rule.class),
                Map.entry("difference.part.", ModelChange.Part.class),
                Map.entry("difference.how.", ModelChange.How.class));
    }

    @ParameterizedTest
    @MethodSource("read")
    void everyConstantHasItsText(Map.Entry<String, Class<? extends Enum<?>>> read) {
        Set<String> missing = Stream.of(read.getValue().getEnumConstants()).map(one -> read.getKey() + one.name())
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(ResourceBundle.getBundle("i18n.messages", Locale.forLanguageTag("vi")).keySet());
        assertEquals(Set.of(), missing);
    }

    /** Whom something concerns follows from what a role may do; only what is offered first, and who begins, has a name. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void nothingNamesARoleButWhatItMayDo(Role role) {
        Set<String> named = Set.of("FirstAccount.java", "Beginning.java", "NewPersonPage.java", "RosterSample.java");
        Pattern name = Pattern.compile("\\b(Role|organisation\\.role)\\." + role + "\\b|'" + role + "'");
        try (Stream<Path> files = Stream.of("java/vn/thang", "webapp").map(Path.of("src/main")::resolve)
                .flatMap(ConstantsTest::below)) {
            assertEquals(List.of(), files.filter(file -> file.toString().matches(".*\\.(java|xhtml|js)"))
                    .filter(file -> !named.contains(file.getFileName().toString()))
                    .filter(file -> name.matcher(content(file)).find()).toList());
        }
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyRoleCanBeSeenInTheDemonstration() throws IOException {
        Set<Role> held = Files.readAllLines(Path.of("src/main/resources/demo/accounts.csv")).stream().skip(1)
                .map(line -> Role.valueOf(line.split(",")[2])).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Role.class), EnumSet.copyOf(held));
    }
}
