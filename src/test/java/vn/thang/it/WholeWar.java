package vn.thang.it;

import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built war as it is, with the in-container tests added; deployed once for all tests. */
@ArquillianSuiteDeployment
public class WholeWar {

    @Deployment
    public static WebArchive war() throws Exception {
        if (PayaraForTests.started()) {
            return ShrinkWrap.create(WebArchive.class);
        }
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("it.war")));
        Path classes = Path.of(WholeWar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(classes.resolve("vn/thang"))) {
            files.filter(WholeWar::runsInside).forEach(file -> war.add(
                    new FileAsset(file.toFile()), "WEB-INF/classes/" + classes.relativize(file)));
        }
        war.addAsResource(classes.resolve("field").toFile(), "field");
        war.addAsWebResource("empty.xhtml");
        war.addAsLibrary(new File(GreenMail.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        return war.setWebXML(new StringAsset(openForTests(war)));
    }

    /** The servlet that runs the tests inside answers without sign-in, as the API does. */
    private static String openForTests(WebArchive war) throws IOException {
        try (var descriptor = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            String api = "<url-pattern>/api/*</url-pattern>";
            return new String(descriptor.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(api, api + "<url-pattern>/ArquillianServletRunnerEE9</url-pattern>");
        }
    }

    /** Test classes named *IT and what measures or counts inside, with their nested classes; browsers, the schema and the launcher stay outside. */
    private static boolean runsInside(Path file) {
        String name = file.getFileName().toString();
        return (name.matches("\\w+IT(\\$.*)?\\.class") && !name.contains("BrowserIT") && !name.contains("HttpIT")
                && !name.contains("SchemaIT"))
                || name.matches(
                        "(FieldFile|FullRound|FullRoundBench|SealingBench|ProcedureBench|WholeProcedure|Answering|Figures|WrittenCells|PlainCount|HandingIn|\\w+Fixture|Given\\w+|AnsweringServer|AssessmentTables|SamplePortal)(\\$.*)?\\.class");
    }
}
