package vn.thang.assessment.score;

import java.util.function.BiConsumer;

/**
 * What the database lists of one assessment in one value, each code with what is said of it. Of a round that are a quarter of a
 * million answers and levels of evidence: to send each as a row of its own takes longer than to find them.
 *
 * @param many how many there are
 */
record Listed(long assessmentId, String listed, long many) {

    /** Characters that stand in no text: units and records of old data carriers. */
    private static final char BEFORE_WORDS = '\u001f';
    private static final char END = '\u001e';

    /**
     * Returns the columns of a statement that groups by assessment, beside the id of that.
     *
     * @param words expression for what is said of the code, which is never null
     */
    static String columns(String code, String words) {
        return "GROUP_CONCAT(%s, '%s', %s, '%s' SEPARATOR '') AS listed, COUNT(*) AS many".formatted(code, BEFORE_WORDS,
                words, END);
    }

    /**
     * Gives each code with its words to the reader, in the order in which they are listed.
     *
     * @throws IllegalStateException where that is not as many as there are: the database cuts what gets too long, and no score
     *                               may rest on a part
     */
    void each(BiConsumer<String, String> reader) {
        long read = 0;
        int begin = 0;
        for (int end = listed.indexOf(END); end >= 0; end = listed.indexOf(END, begin)) {
            int words = listed.indexOf(BEFORE_WORDS, begin);
            reader.accept(listed.substring(begin, words), listed.substring(words + 1, end));
            begin = end + 1;
            read++;
        }
        if (read != many || begin != listed.length()) {
            throw new IllegalStateException(
                    "the database lists " + read + " of " + many + " of assessment " + assessmentId);
        }
    }
}
