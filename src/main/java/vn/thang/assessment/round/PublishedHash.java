package vn.thang.assessment.round;

/** What was published of an agency: the assessment, the agency, and the hash of the text that was frozen. */
public record PublishedHash(long assessment, long agency, String hash) {

    /** What the trail calls it when a result is published. */
    public static final String ACTION = "publish-result";
    public static final String SUBJECT = "assessment";
    private static final String BEFORE = "hash=";

    /** Returns the details that the trail keeps, by which a result that was forged together with its hash is found. */
    public String details() {
        return details(hash);
    }

    /** Returns the details that the trail keeps of a hash. */
    public static String details(String hash) {
        return BEFORE + hash;
    }

    /** Returns the hash of which such details tell. */
    public static String hash(String details) {
        return details.substring(details.indexOf(BEFORE) + BEFORE.length());
    }
}
