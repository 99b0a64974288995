package vn.thang.assessment.result;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.signing.SignedContents;
import vn.thang.audit.anchor.Anchors;
import vn.thang.audit.anchor.TrustedAuthorities;
import vn.thang.audit.check.TrailCheck;
import vn.thang.audit.check.CheckFault;
import vn.thang.audit.check.Verified;
import vn.thang.audit.seal.Blocks;
import vn.thang.audit.seal.SealedLines;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** Verifies the trail and computes every published result again, from a database and the models, without the server. */
public final class VerifyRounds {

    private final ResultCheck results;
    private final Blocks blocks;
    private final Anchors anchors;
    private final ToldAnswers answers;
    private final SignedContents signatures;
    private final PrintStream out;
    private final Locale locale;

    /** @param locale language in which it says what it found */
    public VerifyRounds(Jdbi database, Catalog catalog, PrintStream out, Locale locale) {
        SealedLines told = new SealedLines(database);
        this.results = new ResultCheck(database, told, catalog);
        this.blocks = new Blocks(database);
        this.anchors = new Anchors(database);
        this.answers = new ToldAnswers(database, told);
        this.signatures = new SignedContents(database, told, catalog);
        this.out = out;
        this.locale = locale;
    }

    /** Reads blocks with the hashes that are known of them, such as {@code 17=0a1b...,18=...}. */
    public static Map<Long, String> known(String text) {
        Map<Long, String> known = new TreeMap<>();
        for (String one : text.isBlank() ? new String[0] : text.split(",")) {
            String[] parts = one.strip().split("=");
            if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(one);
            }
            known.put(Long.valueOf(parts[0]), parts[1]);
        }
        return known;
    }

    /** @return whether the trail is as it was sealed and anchored */
    public boolean verifyTrail(TrustedAuthorities trusted, Map<Long, String> known, Instant now) {
        Verified trail = TrailCheck.verify(blocks, anchors, trusted, known, now);
        say("verify.trail", trail.blocks(), trail.entries(), trail.waiting());
        if (trail.head() != null) {
            say("verify.head", trail.last(), trail.head());
        }
        if (trail.anchored().block() == null) {
            say("verify.no-anchor");
        } else {
            say("verify.anchor", trail.anchored().anchors(), trail.anchored().block(),
                    Texts.moment(locale, trail.anchored().at()), trail.anchored().authority(),
                    trail.anchored().behind());
            say(trail.anchored().trusted() ? "verify.trusted" : "verify.not-compared");
        }
        trail.faults().forEach(fault -> out.println("  ! " + words(fault)));
        return trail.intact();
    }

    private String words(CheckFault fault) {
        return Texts.text(locale, "verify.fault", Texts.text(locale, "trail.fault." + fault.kind()),
                number(fault.block()), number(fault.entry()), number(fault.anchor()));
    }

    private static String number(Long number) {
        return number == null ? "–" : number.toString();
    }

    /** @return whether everything is as it was published */
    public boolean verify() {
        boolean same = true;
        for (Map.Entry<String, Long> round : results.rounds().entrySet()) {
            ResultCheck.Checked checked;
            try {
                checked = results.round(round.getValue());
            } catch (BusinessException.Conflict unreadable) {
                wrong("verify.no-model", round.getKey());
                same = false;
                continue;
            }
            if (checked.any()) {
                say(round.getKey(), checked);
            }
            same &= checked.same();
        }
        return same;
    }

    /** @return whether every answer, verdict and exemption is the one that the trail told of last */
    public boolean verifyAnswers() {
        List<ResultVerification.Untold> untold = answers.of(null);
        say("verify.answers", untold.size());
        untold.forEach(one -> wrong(one.checkable() ? "verify.untold." + one.what() : "verify.uncheckable",
                one.round(), one.agency(), one.criterion()));
        return untold.isEmpty();
    }

    /** @return whether every signature in force fits what is stored, and what the trail told of it */
    public boolean verifySignatures() {
        List<SignedContents.Signed> broken = signatures.broken(null, null);
        say("verify.signatures", broken.size());
        broken.forEach(one -> wrong("verify.broken-signature", one.round(), one.agency(), one.receipt()));
        return broken.isEmpty();
    }

    private void say(String round, ResultCheck.Checked checked) {
        say("verify.round", round, checked.results(), checked.different().size(), checked.missing().size());
        checked.different().forEach(this::say);
        checked.missing().forEach(one -> wrong(one.told() ? "verify.gone" : "verify.never-published", one.agency()));
        if (!checked.sameWhole()) {
            wrong("verify.whole", round);
        }
    }

    private void wrong(String key, Object... arguments) {
        out.println("  ! " + Texts.text(locale, key, arguments));
    }

    private void say(ResultVerification.Verified one) {
        wrong("verify.result", one.agencyCode(), one.modelRef());
        reason(one.intact(), "verification.intact");
        reason(one.sameModel(), "verification.model");
        reason(one.sameShown(), "verification.shown");
        reason(one.sameTold(), "verification.told");
        if (!one.changed().isEmpty()) {
            out.println("      " + Texts.text(locale, "verify.changed", String.join(", ", one.changed())));
        }
        if (!one.hash().equals(one.recomputed())) {
            out.println("      " + Texts.text(locale, "verify.again", one.level(), one.index(), one.levelAgain(),
                    one.indexAgain()));
        }
    }

    private void reason(boolean holds, String key) {
        if (!holds) {
            out.println("      " + Texts.text(locale, key) + ": " + Texts.text(locale, "verification.no"));
        }
    }

    private void say(String key, Object... arguments) {
        out.println(Texts.text(locale, key, arguments));
    }
}
