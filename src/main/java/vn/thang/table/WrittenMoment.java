package vn.thang.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.platform.Time;

/** A moment as people write it: a day, with or without the hour, by the clocks of Vietnam; or an instant of the interface. */
public final class WrittenMoment {

    private static final List<DateTimeFormatter> FORMS = Stream
            .of("uuuu-MM-dd[[ ]['T']HH:mm[:ss]]", "d/M/uuuu[ H:mm[:ss]]", "d.M.uuuu[ H:mm[:ss]]", "H:mm d/M/uuuu")
            .map(form -> DateTimeFormatter.ofPattern(form).withResolverStyle(ResolverStyle.STRICT)).toList();

    private WrittenMoment() {
    }

    /** Empty for what is none. */
    public static Optional<Instant> of(String text) {
        return Stream.concat(Stream.of(DateTimeFormatter.ISO_INSTANT), FORMS.stream())
                .flatMap(form -> read(form, text).stream()).findFirst();
    }

    private static Optional<Instant> read(DateTimeFormatter form, String text) {
        try {
            TemporalAccessor read = form.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(read instanceof Instant instant ? instant
                    : read instanceof LocalDateTime time ? time.atZone(Time.ZONE).toInstant()
                            : ((LocalDate) read).atStartOfDay(Time.ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
