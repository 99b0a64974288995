package vn.thang.open;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** The ministry made something public, or ended that. */
sealed interface OpenEvent extends DomainEvent {

    /** A round is public with so many files. */
    record RoundMadePublic(long round, String code, Choice choice, String hash, int files) implements OpenEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("make-public", "round", round, null,
                    "%s agencies=%s targets=%s files=%d sha256=%s".formatted(code, choice.agencies(),
                            choice.targets(), files, hash)));
        }
    }

    /** A round is public no more. */
    record RoundEnded(long round, String code) implements OpenEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("end-public", "round", round, null, code));
        }
    }
}
