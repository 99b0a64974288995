package vn.thang.open;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** The ministry made something public, or ended that. */
sealed interface OpenEvent extends DomainEvent {

    String SUBJECT = "round";
    String MADE = "make-public";
    String ENDED = "end-public";

    /**
     * A round is public with so many files.
     *
     * @param hash     hash over the results that are public
     * @param contents hash over the names and hashes of the files
     */
    record RoundMadePublic(long round, String code, Choice choice, String hash, int files, String contents)
            implements
                OpenEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine(MADE, SUBJECT, round, null, details()));
        }

        /** Returns what the trail says of it; before it told of the contents, it said the same without their hash. */
        String details() {
            return "%s agencies=%s targets=%s files=%d sha256=%s contents=%s".formatted(code, choice.agencies(),
                    choice.targets(), files, hash, contents);
        }
    }

    /** A round is public no more. */
    record RoundEnded(long round, String code) implements OpenEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine(ENDED, SUBJECT, round, null, code));
        }
    }
}
