package vn.thang.dashboard.round;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Figures of a round were taken along. */
public sealed interface PictureEvent extends DomainEvent {

    /**
     * A picture of a round or of an agency in it was taken along.
     *
     * @param picture which one
     * @param subject what the number is of
     */
    record FiguresTaken(String picture, String subject, long id, String form) implements PictureEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("take-figures", subject, id, null, picture + " " + form));
        }
    }

    /** The levels of a round were taken along, by type or by region. */
    record LevelsTaken(long round, String by, String form) implements PictureEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("take-levels", "round", round, null, by + " " + form));
        }
    }
}
