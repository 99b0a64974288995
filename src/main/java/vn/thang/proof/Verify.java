package vn.thang.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.result.VerifyRounds;
import vn.thang.audit.anchor.TrustedAuthorities;
import vn.thang.audit.seal.SealedLines;
import vn.thang.catalog.Catalog;
import vn.thang.open.OpenCheck;
import vn.thang.platform.Texts;
import vn.thang.platform.sql.Sql;

/**
 * The command that verifies what Thang has sealed and published: from the database, or from evidence packs without it. It needs
 * the classes and libraries of the war and no server. It ends with 0 when everything is as it was, with 1 when anything is
 * not, and with 2 when it was not told what to do.
 */
public final class Verify {

    static final int FINE = 0;
    static final int WRONG = 1;
    static final int ASKED_WRONGLY = 2;
    private static final Set<String> OPTIONS = Set.of("--database", "--user", "--password-file", "--models", "--known",
            "--trusted", "--sha256", "--language");

    private final PrintStream out;
    private final Map<String, String> options = new HashMap<>();
    private Path pack;

    Verify(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(new Verify(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(List.of(arguments)));
    }

    int run(List<String> arguments) throws IOException {
        if (!read(arguments) || (pack == null) == (options.get("--database") == null)) {
            out.println(Texts.text(locale(), "verify.usage"));
            return ASKED_WRONGLY;
        }
        TrustedAuthorities trusted = options.containsKey("--trusted")
                ? TrustedAuthorities.read(Path.of(options.get("--trusted"))) : TrustedAuthorities.NONE;
        Catalog catalog = new Catalog(Optional.ofNullable(options.get("--models")).filter(folder -> !folder.isBlank())
                .map(Path::of));
        boolean fine = pack == null ? database(catalog, trusted)
                : new PackCheck(catalog, trusted, out, locale()).verify(pack, options.get("--sha256"));
        out.println(Texts.text(locale(), fine ? "verify.fine" : "verify.wrong"));
        return fine ? FINE : WRONG;
    }

    private boolean read(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String one = arguments.get(i);
            if (OPTIONS.contains(one) && i + 1 < arguments.size()) {
                i++;
                options.put(one, arguments.get(i));
            } else if (!one.startsWith("--") && pack == null) {
                pack = Path.of(one);
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean database(Catalog catalog, TrustedAuthorities trusted) throws IOException {
        String password = options.containsKey("--password-file")
                ? Files.readString(Path.of(options.get("--password-file"))).strip() : null;
        Jdbi database = Sql.at(options.get("--database"), options.get("--user"), password);
        VerifyRounds rounds = new VerifyRounds(database, catalog, out, locale());
        boolean trail = rounds.verifyTrail(trusted, VerifyRounds.known(options.getOrDefault("--known", "")),
                Instant.now());
        boolean answers = rounds.verifyAnswers();
        boolean signatures = rounds.verifySignatures();
        boolean open = open(database);
        return rounds.verify() && trail && answers && signatures && open;
    }

    /** Says what everybody reads and the trail does not tell of. */
    private boolean open(Jdbi database) {
        List<OpenCheck.Untold> untold = new OpenCheck(database, new SealedLines(database)).of(null);
        out.println(Texts.text(locale(), "verify.open", untold.size()));
        untold.forEach(one -> out.println("  ! " + Texts.text(locale(),
                one.file() == null ? "verify.open-round" : "verify.open-file", one.round(), one.file())));
        return untold.isEmpty();
    }

    private Locale locale() {
        return Texts.language(options.getOrDefault("--language", "vi"));
    }
}
