package vn.thang.catalog.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.LevelScale;
import vn.thang.core.scoring.Answer;

/** Whoever adds a kind of answer is told of what goes with it beyond what the compiler names. */
class AnswerKindsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a model writes a criterion of each kind. */
    private static final Map<Class<?>, String> WRITTEN = Map.of(AnswerScale.Levels.class, "{}",
            AnswerScale.Points.class, "{'weight': 10, 'scale': {'points': {'none': 0, 'full': 10}}}");

    static Stream<Class<?>> kinds() {
        return Stream.of(AnswerScale.class.getPermittedSubclasses());
    }

    private static JsonNode criterion(Class<?> kind) throws IOException {
        assertNotNull(WRITTEN.get(kind), "how a model writes " + kind.getSimpleName());
        return JSON.readTree(WRITTEN.get(kind).replace('\'', '"'));
    }

    private static AnswerScale scale(Class<?> kind) throws IOException {
        return new ModelItem("", criterion(kind), true, 1).scale(LevelScale.FIVE);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsReadFromAModel(Class<?> kind) throws IOException {
        assertEquals(kind, scale(kind).getClass());
        JsonNode scales = JSON.readTree(new File("maturity-model/schema/model.schema.json"))
                .at("/$defs/criterion/properties/scale/properties");
        criterion(kind).path("scale").fieldNames()
                .forEachRemaining(name -> assertTrue(scales.has(name), name + " in model.schema.json"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyAnswerOfEveryKindIsReadAndWrittenTheSame(Class<?> kind) throws IOException {
        AnswerScale scale = scale(kind);
        for (String value : scale.values()) {
            assertTrue(scale.accepts(value), value);
            assertEquals(value, Answer.parse(scale, value).written());
            assertEquals(scale.ofLevels(), Answer.parse(scale, value).ownLevel().isPresent(), value);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindSaysWhatIsWrongWithAnAnswer(Class<?> kind) throws IOException {
        Set<String> texts = ResourceBundle.getBundle("i18n.messages", Locale.forLanguageTag("vi")).keySet();
        for (String beginning : new String[]{"scorings.problem.", "workbook.fault."}) {
            assertTrue(texts.contains(beginning + scale(kind).kind()), beginning + scale(kind).kind());
        }
    }
}
