package vn.thang.assessment.result;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.thang.audit.Blocks;
import vn.thang.audit.SealedLines;
import vn.thang.audit.TrailCheck;
import vn.thang.audit.Verified;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Sql;

/**
 * The command that verifies the trail and computes every published result again, from the database and the files of the
 * models, without the server. It ends with 1 when anything is not as it was. Settings: thang.db.url, thang.db.user,
 * thang.db.password.file, thang.model.dir, and thang.trail.known with blocks that are known from outside, such as
 * {@code 17=0a1b...,18=...}.
 */
public final class VerifyRounds {

    private final PublishedResults results;
    private final Blocks blocks;
    private final SealedLines told;
    private final Catalog catalog;
    private final PrintStream out;

    VerifyRounds(PublishedResults results, Blocks blocks, SealedLines told, Catalog catalog, PrintStream out) {
        this.results = results;
        this.blocks = blocks;
        this.told = told;
        this.catalog = catalog;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Catalog catalog = new Catalog(Optional.ofNullable(System.getProperty("thang.model.dir")).map(Path::of));
        var jdbi = Sql.at(System.getProperty("thang.db.url"), System.getProperty("thang.db.user"),
                Files.readString(Path.of(System.getProperty("thang.db.password.file"))).strip());
        VerifyRounds command = new VerifyRounds(new PublishedResults(jdbi), new Blocks(jdbi), new SealedLines(jdbi),
                catalog, out);
        boolean trail = command.verifyTrail(known(System.getProperty("thang.trail.known", "")), Instant.now());
        System.exit(command.verify() && trail ? 0 : 1);
    }

    /** Reads blocks with the hashes that are known of them. */
    static Map<Long, String> known(String text) {
        Map<Long, String> known = new TreeMap<>();
        for (String one : text.isBlank() ? new String[0] : text.split(",")) {
            String[] parts = one.strip().split("=");
            if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("thang.trail.known: " + one);
            }
            known.put(Long.valueOf(parts[0]), parts[1]);
        }
        return known;
    }

    /** @return whether the trail is as it was sealed */
    boolean verifyTrail(Map<Long, String> known, Instant now) {
        Verified trail = TrailCheck.verify(blocks, known, now);
        out.printf("nhật ký / trail: %d, %d, %d sai / wrong; %s=%s%n", trail.blocks(), trail.entries(), trail.wrong(),
                trail.last(), trail.head());
        trail.faults().forEach(fault -> out.printf("  %s block=%s entry=%s%n", fault.kind(),
                fault.block() == null ? "-" : fault.block(), fault.entry() == null ? "-" : fault.entry()));
        return trail.intact();
    }

    /** @return whether everything is as it was published */
    boolean verify() {
        boolean same = true;
        for (Map.Entry<String, Long> round : results.rounds().entrySet()) {
            ResultVerification.VerifiedRound verified;
            try {
                verified = ResultVerification.verifyRound(round.getValue(), round.getKey(), results, told,
                        catalog);
            } catch (BusinessException.Conflict unreadable) {
                out.printf("%s: không đọc được mô hình / model cannot be read%n", round.getKey());
                same = false;
                continue;
            }
            out.printf("%s: %d, %d khác / different%n", round.getKey(), verified.results(),
                    verified.different().size());
            verified.different()
                    .forEach(one -> out.printf("  %s %s: text %s, model %s, shown %s, trail %s; %s %s, %s %s%n",
                            one.agencyCode(), one.modelRef(),
                            one.intact(), one.sameModel(), one.sameShown(), one.sameTold(), one.level(), one.index(),
                            one.levelAgain(),
                            one.indexAgain()));
            same &= verified.different().isEmpty();
        }
        return same;
    }
}
