package vn.thang.table;

import java.text.Normalizer;
import java.util.Locale;

/** Words without marks, capitals, superfluous space and signs that nobody sees, to recognise them however they are typed. */
public final class Folded {

    private Folded() {
    }

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\p{Cf}]", "").replace('đ', 'd').replace('Đ', 'd')
                .toLowerCase(Locale.ROOT).replaceAll("[\\s_\\u00A0]+", " ").strip();
    }
}
