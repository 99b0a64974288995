package vn.thang.organisation.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first and the last day are included, and what has no bound lasts for ever. */
@ExtendWith(ArquillianExtension.class)
class LastingIT {

    @Inject
    private Jdbi jdbi;

    private record Asked(boolean onDay, boolean since) {
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01,2026-06-30,2025-12-31,false,true", "2026-01-01,2026-06-30,2026-01-01,true,true",
            "2026-01-01,2026-06-30,2026-06-30,true,true", "2026-01-01,2026-06-30,2026-07-01,false,false",
            "2026-01-01,,2999-01-01,true,true", ",2026-06-30,1900-01-01,true,true", ",,2026-01-01,true,true",
            ",2026-06-30,2026-07-01,false,false"})
    void aRoleAndAnAgencyLastFromTheirFirstDayToTheirLast(LocalDate from, LocalDate to, LocalDate day, boolean onDay,
            boolean since) {
        assertEquals(List.of(new Asked(onDay, since)), jdbi.withHandle(sql -> sql.createQuery("""
                SELECT %s AS on_day, %s AS since
                FROM (SELECT CAST(:from AS DATE) AS valid_from, CAST(:to AS DATE) AS valid_to) m"""
                .formatted(Lasting.on("m", ":day"), Lasting.since("m", ":day")))
                .bind("from", from).bind("to", to).bind("day", day).mapTo(Asked.class).list()));
    }
}
