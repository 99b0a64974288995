package vn.thang.assessment.result;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sql;

/**
 * The command that computes every published result again, from the database and the files of the models, without the
 * server. It ends with 1 when any is not as it was published. Settings: thang.db.url, thang.db.user, thang.db.password.file,
 * thang.model.dir.
 */
public final class VerifyRounds {

    private final PublishedResults results;
    private final Catalog catalog;
    private final PrintStream out;

    VerifyRounds(PublishedResults results, Catalog catalog, PrintStream out) {
        this.results = results;
        this.catalog = catalog;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Catalog catalog = new Catalog(Optional.ofNullable(System.getProperty("thang.model.dir")).map(Path::of));
        PublishedResults results = new PublishedResults(Sql.at(System.getProperty("thang.db.url"),
                System.getProperty("thang.db.user"),
                Files.readString(Path.of(System.getProperty("thang.db.password.file"))).strip()));
        System.exit(new VerifyRounds(results, catalog, out).verify() ? 0 : 1);
    }

    /** @return whether everything is as it was published */
    boolean verify() {
        boolean same = true;
        for (Map.Entry<String, Long> round : results.rounds().entrySet()) {
            ResultVerification.VerifiedRound verified;
            try {
                verified = ResultVerification.verifyRound(round.getValue(), round.getKey(), results, catalog);
            } catch (BusinessException.Conflict unreadable) {
                out.printf("%s: không đọc được mô hình / model cannot be read%n", round.getKey());
                same = false;
                continue;
            }
            out.printf("%s: %d, %d khác / different%n", round.getKey(), verified.results(),
                    verified.different().size());
            verified.different()
                    .forEach(one -> out.printf("  %s %s: text %s, model %s, shown %s; %s %s, %s %s%n", one.agencyCode(),
                            one.modelRef(),
                            one.intact(), one.sameModel(), one.sameShown(), one.level(), one.index(), one.levelAgain(),
                            one.indexAgain()));
            same &= verified.different().isEmpty();
        }
        return same;
    }
}
