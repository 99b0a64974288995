package vn.thang.open;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * What programs outside can call, as this version of the application describes it. It is a file of the sources, so that each
 * change of it is seen, and tells nothing of what people do on pages.
 */
final class OpenInterface {

    /** Its address below that of everything public, without the ending. */
    static final String PLACE = "/api/v1/openapi.";
    static final String JSON_TYPE = "application/openapi+json";
    static final String YAML_TYPE = "application/openapi+yaml";
    private static final String JSON = read();
    private static final String YAML = new Dump(
            DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build())
            .dumpToString(new Load(LoadSettings.builder().build()).loadFromString(JSON));

    private OpenInterface() {
    }

    static String json() {
        return JSON;
    }

    static String yaml() {
        return YAML;
    }

    private static String read() {
        try (InputStream file = OpenInterface.class.getResourceAsStream("/open/openapi.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
