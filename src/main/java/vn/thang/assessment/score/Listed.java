package vn.thang.assessment.score;

import java.util.function.BiConsumer;

/**
 * What the database lists of one assessment in one value, each code with what is said of it. Of a round that are a quarter of a
 * million answers and levels of evidence: to send each as a row of its own takes longer than to find them.
 *
 * @param many how many there are
 */
record Listed(long assessmentId, String listed, long many) {

    private static final char BEFORE_WORDS = '=';
    private static final char BETWEEN = '\n';

    /**
     * Returns the columns of a statement that groups by assessment, beside the id of that.
     *
     * @param words expression for what is said of the code, which is never null
     */
    static String columns(String code, String words) {
        return "GROUP_CONCAT(%s, '%s', %s SEPARATOR '%s') AS listed, COUNT(*) AS many".formatted(code, BEFORE_WORDS,
                words,
                BETWEEN);
    }

    /**
     * Gives each code with its words to the reader, in the order in which they are listed.
     *
     * @throws IllegalStateException where that is not as many as there are: the database cuts what gets too long, and no score
     *                               may rest on a part
     */
    void each(BiConsumer<String, String> reader) {
        long read = 0;
        int end;
        for (int begin = 0; begin < listed.length(); begin = end + 1) {
            int words = listed.indexOf(BEFORE_WORDS, begin);
            end = listed.indexOf(BETWEEN, begin);
            end = end < 0 ? listed.length() : end;
            if (words >= 0 && words < end) {
                reader.accept(listed.substring(begin, words), listed.substring(words + 1, end));
                read++;
            }
        }
        if (read != many) {
            throw new IllegalStateException(
                    "the database lists " + read + " of " + many + " of assessment " + assessmentId);
        }
    }
}
