package vn.thang.security.entrance;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a browser and its system as people know them, from what it says of itself. */
final class BrowserName {

    /** In this order, since each says the names of those after it too. */
    private static final List<Map.Entry<String, Pattern>> BROWSERS = List.of(
            Map.entry("Cốc Cốc", Pattern.compile("coc_coc_browser/(\\d+)")),
            Map.entry("Edge", Pattern.compile("Edg(?:A|iOS)?/(\\d+)")),
            Map.entry("Opera", Pattern.compile("OPR/(\\d+)")),
            Map.entry("Firefox", Pattern.compile("(?:Firefox|FxiOS)/(\\d+)")),
            Map.entry("Chrome", Pattern.compile("(?:HeadlessChrome|Chrome|CriOS)/(\\d+)")),
            Map.entry("Safari", Pattern.compile("Version/(\\d+)[.\\d]* .*Safari")));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"), Map.entry("iPad", "iPad"), Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"), Map.entry("Linux", "Linux"));

    private BrowserName() {
    }

    /** Returns the name; a question mark where nothing is known. */
    static String of(String agent) {
        String said = agent == null ? "" : agent;
        String browser = BROWSERS.stream().map(one -> {
            Matcher found = one.getValue().matcher(said);
            return found.find() ? one.getKey() + " " + found.group(1) : "";
        }).filter(name -> !name.isEmpty()).findFirst().orElse("?");
        return SYSTEMS.stream().filter(one -> said.contains(one.getKey())).map(one -> browser + ", " + one.getValue())
                .findFirst().orElse(browser);
    }
}
