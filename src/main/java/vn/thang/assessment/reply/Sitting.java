package vn.thang.assessment.reply;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.Nested;

/**
 * The sitting of the panel at which it ended the objections of an agency.
 *
 * @param number of its minutes within the round
 */
public record Sitting(int number, @Nested Meeting meeting, String writtenBy, Instant writtenAt) {

    /**
     * What the panel says of it.
     *
     * @param position of the chair
     * @param members  the others who were present
     */
    public record Meeting(String place, LocalDate heldOn, String chair, String position, String secretary,
            String members) {

        public Meeting {
            place = strip(place);
            chair = strip(chair);
            position = strip(position);
            secretary = strip(secretary);
            members = strip(members);
        }

        private static String strip(String text) {
            return text == null ? "" : text.strip();
        }
    }
}
