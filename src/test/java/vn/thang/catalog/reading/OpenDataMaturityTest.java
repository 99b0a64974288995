package vn.thang.catalog.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.catalog.OpenDataMaturity;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;

/** A published points-based round goes through file, reader and scoring, and every published sum comes out. */
class OpenDataMaturityTest {

    @TempDir
    private Path folder;

    private OpenDataMaturity published;
    private MaturityModel model;

    @BeforeEach
    void readAsAModel() throws IOException {
        Optional<OpenDataMaturity> found = OpenDataMaturity.find();
        assumeTrue(found.isPresent(), "the folder odm2023 is not there");
        published = found.get();
        Path version = Files.createDirectories(folder.resolve("open-data-maturity/2023"));
        Files.writeString(version.resolve("model.yaml"), published.model().toPrettyString());
        for (String language : new String[]{"vi", "en", "de"}) {
            Files.writeString(version.resolve("texts." + language + ".yaml"), published.texts().toPrettyString());
        }
        model = CatalogReader.readEdition(CatalogFolder.at(folder), "open-data-maturity/2023").model();
    }

    @Test
    void theQuestionnaireIsWhole() {
        assertEquals(161, model.criteria().size());
        assertEquals(2540, model.whole().children().stream().mapToInt(Node::weight).sum());
        assertEquals(8, published.countries.size());
    }

    @Test
    void everyPublishedSumOfEveryCountryComesOut() {
        published.countries.forEach((name, country) -> {
            Map<String, Answer> answers = new LinkedHashMap<>();
            country.answers().forEach((question, answer) -> answers.put(question, Answer.option(answer)));
            Scorecard scorecard = Scoring.score(model, new Answers(answers));
            Map<String, Integer> sums = new LinkedHashMap<>();
            country.published().keySet().forEach(code -> sums.put(code,
                    points(scorecard.node(code).index(), code.isEmpty() ? 2540 : weight(model.whole(), code))));
            assertEquals(country.published(), sums, name);
            assertEquals(23, sums.size());
        });
    }

    /** The index is 5 x points / maximum, exactly; so the points come back as a whole number. */
    private static int points(Fraction index, int maximum) {
        String[] parts = index.toString().split("/");
        BigInteger numerator = new BigInteger(parts[0]).multiply(BigInteger.valueOf(maximum));
        BigInteger denominator = new BigInteger(parts.length > 1 ? parts[1] : "1").multiply(BigInteger.valueOf(5));
        BigInteger[] points = numerator.divideAndRemainder(denominator);
        assertEquals(BigInteger.ZERO, points[1]);
        return points[0].intValueExact();
    }

    private static int weight(Dimension parent, String code) {
        for (Node child : parent.children()) {
            if (child.code().equals(code)) {
                return child.weight();
            }
            if (child instanceof Dimension dimension && weight(dimension, code) > 0) {
                return weight(dimension, code);
            }
        }
        return 0;
    }
}
