package vn.thang.data;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** A program took rows away for a person. */
sealed interface DataEvent extends DomainEvent {

    /**
     * It took so many rows.
     *
     * @param what       which rows
     * @param asked      the parameters of the address
     * @param restricted how many of them tell of restricted answers or of what measures them
     * @param token      id of the token with which it was let in; null for the session of the person
     * @param sha256 of what was handed over; null where nothing was
     */
    record RowsRead(String what, String asked, int rows, long restricted, Long token,
            String sha256) implements DataEvent {

        private static final int LONGEST = 1_000;

        @Override
        public List<TrailLine> trail() {
            String details = what + " rows=" + rows + (restricted == 0 ? "" : " restricted=" + restricted)
                    + (sha256 == null ? "" : " sha256=" + sha256)
                    + (token == null ? "" : " token=" + token)
                    + (asked.isEmpty() ? "" : " " + asked);
            return List.of(new TrailLine("read-data", "data", null, null,
                    details.substring(0, Math.min(LONGEST, details.length()))));
        }
    }
}
