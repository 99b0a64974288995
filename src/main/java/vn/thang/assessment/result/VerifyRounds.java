package vn.thang.assessment.result;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import vn.thang.catalog.Catalog;

/**
 * The command that computes every published result again, from the database and the files of the models, without the
 * server. It ends with 1 when any is not as it was published. Settings: thang.db.url, thang.db.user, thang.db.password.file,
 * thang.model.dir.
 */
public final class VerifyRounds {

    private final DataSource database;
    private final Catalog catalog;
    private final PrintStream out;

    VerifyRounds(DataSource database, Catalog catalog, PrintStream out) {
        this.database = database;
        this.catalog = catalog;
        this.out = out;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Catalog catalog = new Catalog(Optional.ofNullable(System.getProperty("thang.model.dir")).map(Path::of));
        MariaDbDataSource database = new MariaDbDataSource(System.getProperty("thang.db.url"));
        database.setUser(System.getProperty("thang.db.user"));
        database.setPassword(Files.readString(Path.of(System.getProperty("thang.db.password.file"))).strip());
        System.exit(new VerifyRounds(database, catalog, out).verify() ? 0 : 1);
    }

    /** @return whether everything is as it was published */
    boolean verify() throws SQLException {
        boolean same = true;
        PublishedResults results = new PublishedResults(database);
        for (Map.Entry<String, Long> round : rounds().entrySet()) {
            ResultVerification.VerifiedRound verified = ResultVerification.verifyRound(round.getValue(), round.getKey(),
                    results, catalog);
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

    private Map<String, Long> rounds() throws SQLException {
        Map<String, Long> rounds = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(
                        "SELECT code, id FROM assessment_round WHERE state = 'PUBLISHED'")) {
            while (row.next()) {
                rounds.put(row.getString(1), row.getLong(2));
            }
        }
        return rounds;
    }
}
