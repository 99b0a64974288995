package vn.thang.report.form;

import java.util.Locale;
import vn.thang.platform.Texts;

/**
 * What is wrong with a template.
 *
 * @param kind  how it is called in the texts, which also tell the remedy
 * @param word  what stands there
 * @param place where it stands
 */
public record FormFault(String kind, String word, Place place) {

    /**
     * Where something stands.
     *
     * @param kind   how it is called in the texts
     * @param called name of the sheet or the part; empty in the text of a document
     */
    public record Place(String kind, String called, int... numbers) {

        public String in(Locale language) {
            Object[] told = new Object[numbers.length + 1];
            told[0] = called;
            for (int i = 0; i < numbers.length; i++) {
                told[i + 1] = String.valueOf(numbers[i]);
            }
            return Texts.text(language, "report.form.at." + kind, told);
        }
    }

    public String text(Locale language) {
        return Texts.text(language, "report.form.fault." + kind, word);
    }

    public String remedy(Locale language) {
        return Texts.text(language, "report.form.remedy." + kind, word);
    }
}
