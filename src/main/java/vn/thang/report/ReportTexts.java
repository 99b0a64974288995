package vn.thang.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import vn.thang.core.model.LevelScale;
import vn.thang.platform.Texts;

/** The texts of the reports in one language, from reports/texts.&lt;language&gt;.yaml. */
public record ReportTexts(Locale locale, Map<String, Object> texts) {

    public static ReportTexts in(Locale locale) {
        Locale supported = Texts.language(locale.getLanguage());
        return new ReportTexts(supported, ReportDefinition.yaml("/reports/texts." + supported.getLanguage() + ".yaml"));
    }

    /** The text at a path such as {@code sheets.agencies.name}, with its arguments put in. */
    public String text(String path, Object... arguments) {
        Object value = texts;
        for (String key : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        if (!(value instanceof String text)) {
            throw new IllegalStateException("The reports have no text " + path + " in " + locale);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** What a level is called; where 0 is no answer, it is to be below the first. */
    public String level(LevelScale scale, int level) {
        return level < scale.lowest() ? Texts.text(locale, "scorecard.none") : text("tables.level", level);
    }

    boolean has(String path) {
        Object value = texts;
        for (String key : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value instanceof String;
    }
}
