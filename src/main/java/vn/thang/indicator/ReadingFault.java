package vn.thang.indicator;

import java.util.List;
import java.util.Locale;
import vn.thang.platform.Texts;

/** Why a line was not taken. */
public record ReadingFault(int line, String key, List<String> arguments) {

    public ReadingFault {
        arguments = List.copyOf(arguments);
    }

    public String text(Locale locale) {
        return Texts.text(locale, key, arguments.toArray());
    }
}
