package vn.thang.platform;

import java.time.Instant;

/** Data that a feature keeps for a time only. How long, the table of retention says; what remains, the text of the kind. */
public interface Retained {

    /** Names the kind in the table and in the texts {@code retention.kind.*} and {@code retention.remains.*}. */
    String kind();

    /** Removes what is older, some at a time; answers how much it was, and is called again until that is nothing. */
    int remove(Instant before, int most);
}
