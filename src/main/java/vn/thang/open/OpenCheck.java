package vn.thang.open;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.thang.audit.seal.SealedLines;

/**
 * What everybody reads beside what the trail told of it last: which rounds are public, how far, and with which files. It needs
 * nothing but the database, so that it runs without a server too.
 */
@ApplicationScoped
public class OpenCheck {

    @Inject
    private Jdbi jdbi;

    @Inject
    private SealedLines told;

    protected OpenCheck() {
    }

    /** Reads from a database without a server. */
    public OpenCheck(Jdbi jdbi, SealedLines told) {
        this.jdbi = jdbi;
        this.told = told;
    }

    /**
     * Something public that is not as the trail told.
     *
     * @param round code of the round
     * @param file  name of a file that has another content than it was stored with; null for the publication as a whole, which
     *              may be there though the trail does not tell of it, or not be there though it does
     */
    public record Untold(String round, String file) {
    }

    private record Named(long id, String code) {
    }

    private record Public(long id, long round, String code, boolean agencies, boolean targets, String hash) {
    }

    private record Kept(String name, String sha256, boolean intact) {
    }

    /** Lists what is not as the trail told of a round; of all rounds where it is null. */
    public List<Untold> of(String round) {
        return jdbi.withHandle(sql -> {
            Map<Long, String> rounds = sql.createQuery("""
                    SELECT id, code FROM assessment_round WHERE :round IS NULL OR code = :round ORDER BY id""")
                    .bind("round", round).mapTo(Named.class).collect(Collectors.toMap(Named::id, Named::code));
            Map<Long, String> lines = told.last(List.of(OpenEvent.MADE, OpenEvent.ENDED), OpenEvent.SUBJECT,
                    rounds.keySet()).stream().filter(line -> line.action().equals(OpenEvent.MADE))
                    .collect(Collectors.toMap(SealedLines.Told::subject, SealedLines.Told::details));
            List<Untold> untold = new ArrayList<>();
            Set<Long> open = new HashSet<>();
            sql.createQuery("""
                    SELECT o.id, o.round_id AS round, r.code, o.agencies, o.targets, o.hash FROM open_publication o
                    JOIN assessment_round r ON r.id = o.round_id
                    WHERE o.closed_at IS NULL AND (:round IS NULL OR r.code = :round) ORDER BY o.id""")
                    .bind("round", round).mapTo(Public.class).forEach(one -> {
                        open.add(one.round());
                        untold.addAll(untold(sql, one, lines.get(one.round())));
                    });
            lines.keySet().stream().filter(one -> !open.contains(one))
                    .forEach(one -> untold.add(new Untold(rounds.get(one), null)));
            return untold;
        });
    }

    /** A publication from which figures of targets were taken away since shows less than the trail told, which is no forgery. */
    private static List<Untold> untold(Handle sql, Public one, String line) {
        List<Kept> files = sql.createQuery("""
                SELECT name, sha256, sha256 = SHA2(content, 256) AS intact FROM open_file
                WHERE publication_id = :publication ORDER BY name""").bind("publication", one.id()).mapTo(Kept.class)
                .list();
        List<Untold> untold = new ArrayList<>(files.stream().filter(file -> !file.intact())
                .map(file -> new Untold(one.code(), file.name())).toList());
        String contents = OpenFile.hash(files.stream().collect(Collectors.toMap(Kept::name, Kept::sha256)));
        if (line == null || Stream.of(one.targets(), true).map(targets -> new OpenEvent.RoundMadePublic(one.round(),
                one.code(), new Choice(one.agencies(), targets), one.hash(), files.size(), contents).details())
                .noneMatch(present -> present.startsWith(line))) {
            untold.add(new Untold(one.code(), null));
        }
        return untold;
    }
}
