package vn.thang.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a server is told in confidence when it is started. */
public final class Secrets {

    private static final String NAMED = ".*(PASSWORD|KEY|SECRET|TOKEN)";

    private Secrets() {
    }

    /** Every setting named like a secret, and what stands in a file that is named so, by the names of the settings. */
    public static Map<String, String> in(Map<String, String> settings) throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (setting.getKey().matches(NAMED + "_FILE")) {
                secrets.put(setting.getKey(), Files.readString(Path.of(setting.getValue())).strip());
            } else if (setting.getKey().matches(NAMED)) {
                secrets.put(setting.getKey(), setting.getValue());
            }
        }
        return secrets;
    }

    /** Returns the names of those that a log tells. */
    public static Set<String> told(Path log, Map<String, String> secrets) throws IOException {
        String words = Files.readString(log);
        Set<String> told = new TreeSet<>();
        secrets.forEach((name, value) -> {
            if (words.contains(value)) {
                told.add(name);
            }
        });
        return told;
    }
}
