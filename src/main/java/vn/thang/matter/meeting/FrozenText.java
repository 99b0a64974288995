package vn.thang.matter.meeting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import vn.thang.platform.Sha256;

/**
 * The text in which a frozen meeting is kept: JSON with its names in alphabetical order, so that the same content is the same
 * text, and the hash that says whether it still is.
 */
record FrozenText(String text, String hash) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    static FrozenText of(FrozenMeeting meeting) {
        try {
            String text = JSON.writeValueAsString(meeting);
            return new FrozenText(text, Sha256.hex(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the text is the one of which the hash was taken. */
    boolean intact() {
        return Sha256.hex(text).equals(hash);
    }

    FrozenMeeting meeting() {
        try {
            FrozenMeeting meeting = JSON.readValue(text, FrozenMeeting.class);
            if (!FrozenMeeting.FORMAT.equals(meeting.format())) {
                throw new IllegalStateException("No meeting is written as " + meeting.format());
            }
            return meeting;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
