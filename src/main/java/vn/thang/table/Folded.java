package vn.thang.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words without marks, capitals, superfluous space and signs that nobody sees, to recognise them however they are typed. */
public final class Folded {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]");
    private static final Pattern SPACE = Pattern.compile("[\\s_\\u00A0]+");

    private Folded() {
    }

    public static String of(String text) {
        String bare = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("")
                .replace('đ', 'd').replace('Đ', 'd').toLowerCase(Locale.ROOT);
        return SPACE.matcher(bare).replaceAll(" ").strip();
    }
}
