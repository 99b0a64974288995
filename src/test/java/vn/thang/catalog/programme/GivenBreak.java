package vn.thang.catalog.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** A version of the programme with a break in the values of one target, for tests in the server. */
public final class GivenBreak {

    private GivenBreak() {
    }

    /** Returns the version as it would be if the values of the target were of another kind from a day on. */
    public static ProgrammeEdition of(ProgrammeEdition edition, String target, LocalDate on) {
        ObjectMapper json = new ObjectMapper();
        try {
            JsonNode programme = json.readTree("{\"targets\": [{\"code\": \"" + target + "\", \"breaks\": [{\"on\": \""
                    + on + "\", \"reason\": \"new-model\"}]}]}");
            return new ProgrammeEdition(edition.ref(), edition.hash() + " " + target + " " + on, edition.programme(),
                    edition.texts(), edition.indicators(), Breaks.of(programme, json.readTree("{}")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
