package vn.thang.platform.work;

/**
 * What came of work.
 *
 * @param words what is said of it
 * @param link  address inside the application where more can be seen; null for none
 * @param file  a file that is kept with the work; null for none
 */
public record WorkResult(KeyedWords words, String link, WorkFile file) {

    /** Makes a result that is a text of this key with its arguments. */
    public static WorkResult of(String key, Object... arguments) {
        return new WorkResult(KeyedWords.of(key, arguments), null, null);
    }

    public WorkResult at(String address) {
        return new WorkResult(words, address, file);
    }

    public WorkResult with(WorkFile kept) {
        return new WorkResult(words, link, kept);
    }
}
