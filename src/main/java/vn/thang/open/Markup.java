package vn.thang.open;

import java.util.Locale;
import vn.thang.platform.Texts;

/** Text of HTML in one language; whatever is put into it from outside is escaped. */
final class Markup {

    private final StringBuilder html = new StringBuilder();
    private final Locale language;

    Markup(Locale language) {
        this.language = language;
    }

    /** Adds markup of our own, whose places %s are filled with escaped texts. */
    Markup add(String markup, Object... texts) {
        Object[] escaped = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            escaped[i] = texts[i] instanceof Markup inner ? inner.toString() : escape(String.valueOf(texts[i]));
        }
        html.append(markup.formatted(escaped));
        return this;
    }

    String text(String key, Object... arguments) {
        return Texts.text(language, key, arguments);
    }

    Locale language() {
        return language;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
