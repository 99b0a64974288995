package vn.thang.proof;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVRecord;
import vn.thang.assessment.answer.ScanState;
import vn.thang.assessment.round.PublishedHash;
import vn.thang.audit.anchor.Anchor;
import vn.thang.audit.anchor.TrustedAuthorities;
import vn.thang.audit.check.AnchorCheck;
import vn.thang.audit.check.TrailCheck;
import vn.thang.audit.check.CheckFault;
import vn.thang.audit.seal.Block;
import vn.thang.audit.seal.SealedEntry;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** Verifies an evidence pack from what stands in it alone, and names every file and line that is not as it was packed or sealed. */
final class PackCheck {

    private static final int MOST_TOLD = 200;

    private final Catalog catalog;
    private final TrustedAuthorities trusted;
    private final PrintStream out;
    private final Locale locale;
    private final Map<String, SealedEntry> told = new HashMap<>();
    private long wrong;
    private PackContent content;
    private String format;
    private Instant made;
    private UnaryOperator<String> cells;

    PackCheck(Catalog catalog, TrustedAuthorities trusted, PrintStream out, Locale locale) {
        this.catalog = catalog;
        this.trusted = trusted;
        this.out = out;
        this.locale = locale;
    }

    /**
     * Verifies a pack.
     *
     * @param hash SHA-256 of the whole file, as the list of packs shows it; null where it is not known
     * @return whether nothing is wrong
     */
    boolean verify(Path pack, String hash) throws IOException {
        String whole = PackContent.digest(pack);
        say("pack.file", pack.getFileName(), whole);
        if (hash != null && !hash.equals(whole)) {
            wrong("pack.wrong.whole", pack.getFileName());
        }
        try (ZipFile file = new ZipFile(pack.toFile())) {
            content = new PackContent(file);
            if (!content.has(PackFile.MANIFEST)) {
                wrong("pack.wrong.missing", PackFile.MANIFEST);
                return false;
            }
            JsonObject manifest = PackTrail.object(new String(content.read(PackFile.MANIFEST), StandardCharsets.UTF_8));
            say("pack.is", manifest.getString("round"), manifest.getString("agency"), manifest.getInt("assessments"),
                    manifest.getString("made"));
            format = manifest.getString("format");
            made = Instant.parse(manifest.getString("made"));
            cells = PackFile.reading(format);
            files(manifest);
            trail();
            results();
            rows();
        } catch (IOException | JsonException | IllegalArgumentException | IllegalStateException
                | ClassCastException | NullPointerException | DateTimeException | BusinessException unreadable) {
            wrong("pack.wrong.unreadable", unreadable.getMessage());
        }
        return wrong == 0;
    }

    /** Compares every file with the manifest, and the list of files too. */
    private void files(JsonObject manifest) {
        TreeSet<String> left = new TreeSet<>(content.names());
        left.remove(PackFile.MANIFEST);
        int[] right = {0};
        for (JsonObject one : manifest.getJsonArray("files").getValuesAs(JsonObject.class)) {
            String name = one.getString("name");
            if (!left.remove(name)) {
                wrong("pack.wrong.missing", name);
                continue;
            }
            try {
                if (content.digest(name).equals(one.getString("sha256"))) {
                    right[0]++;
                } else {
                    wrong("pack.wrong.changed", name);
                }
            } catch (IOException damaged) {
                wrong("pack.wrong.changed", name);
            }
        }
        left.forEach(name -> wrong("pack.wrong.more", name));
        say("pack.files", right[0]);
    }

    private void trail() throws IOException {
        List<Anchor> anchors = new ArrayList<>();
        for (String line : content.lines(PackTrail.ANCHORS)) {
            long number = PackTrail.number(line);
            anchors.add(PackTrail.anchor(line,
                    content.has(PackTrail.token(number)) ? content.read(PackTrail.token(number)) : new byte[0]));
        }
        AnchorCheck anchoring = AnchorCheck.ofSome(anchors, trusted, this::wrong);
        PackChain chain = new PackChain(anchors.stream().map(Anchor::block).collect(Collectors.toSet()),
                (kind, block) -> wrong(kind, block, null));
        content.each(PackTrail.BLOCKS, line -> {
            Block block = PackTrail.block(line);
            chain.add(block);
            anchoring.block(block.number(), block.sealedAt(), block.blockHash());
        });
        anchoring.end();
        long[] count = {0, 0, 0};
        TreeSet<Long> bare = new TreeSet<>();
        content.each(PackTrail.ENTRIES, line -> {
            SealedEntry entry = PackTrail.entry(line);
            count[0]++;
            if (entry.block() == null) {
                count[1]++;
                if (entry.hidden() == null && entry.at().isBefore(made.minus(TrailCheck.LONGEST_WAIT))) {
                    wrong(CheckFault.Kind.NOT_SEALED, null, Long.valueOf(entry.id()));
                }
            } else if (!entry.leadsTo(chain.root(entry.block()))) {
                wrong(CheckFault.Kind.ENTRY_CHANGED, entry.block(),
                        entry.hidden() == null ? Long.valueOf(entry.id()) : null);
            } else if (!chain.leadsToStamp(entry.block())) {
                count[2]++;
                bare.add(entry.block());
            }
            if (!entry.valuesHold()) {
                wrong(CheckFault.Kind.VALUE_CHANGED, entry.block(), Long.valueOf(entry.id()));
            }
            if (entry.hidden() == null && entry.action().equals(PublishedHash.ACTION)) {
                told.merge(entry.subject(), entry, PackCheck::sealedFirst);
            }
        });
        say("verify.trail", chain.count(), count[0] - count[1], count[1]);
        if (!bare.isEmpty()) {
            say("pack.not-stamped", count[2], bare.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        Anchor last = anchoring.last();
        if (last == null) {
            say("verify.no-anchor");
        } else {
            say("verify.anchor", anchors.size(), String.valueOf(last.block()), Texts.moment(locale, last.stampedAt()),
                    last.authority(), Math.max(0, chain.last() - last.block()));
            say(trusted.empty() ? "verify.not-compared" : "verify.trusted");
        }
    }

    /** The block decides which of two entries was there first, as in the database, and not the time that they claim; what waits comes last. */
    private static SealedEntry sealedFirst(SealedEntry one, SealedEntry other) {
        return other.block() != null && (one.block() == null || other.block() < one.block()) ? other : one;
    }

    /** Computes every result again, and compares its hash with the one that the trail told of. */
    private void results() throws IOException {
        PackResults results = new PackResults(catalog, content.zip());
        int count = 0;
        int excerpts = 0;
        for (String name : content.names("results/")) {
            count++;
            PackResults.Found found;
            try {
                found = results.check(new String(content.read(name), StandardCharsets.UTF_8));
            } catch (JsonException | IllegalArgumentException | ClassCastException | NullPointerException none) {
                wrong("pack.wrong.result", name, none.getMessage());
                continue;
            }
            excerpts += found.excerpt() ? 1 : 0;
            found.wrong().forEach(reason -> wrong("pack.wrong.result", name, reason));
            String assessment = name.replaceFirst(".*/", "").replaceFirst("\\..*", "");
            SealedEntry line = told.get(PublishedHash.SUBJECT + " " + assessment);
            if (line == null || !PublishedHash.details(found.hash()).equals(line.details())) {
                wrong("pack.wrong.not-told", name);
            }
            results.keep(assessment, found);
        }
        say("pack.results", count, excerpts);
        answers(results);
    }

    /** Compares the answers as they stand in the tables with what was published. */
    private void answers(PackResults results) throws IOException {
        content.csv(PackTable.ANSWERS, row -> {
            String published = results.declared(row.get("assessment"), row.get("criterion"));
            String stored = cells.apply(row.get("value"));
            if (published != null && !published.equals(stored)) {
                wrong("pack.wrong.answer", row.get("agency"), row.get("criterion"), stored, published);
            }
        });
    }

    /** Compares hidden rows with their hashes where they are told, and documents with what the list of evidence says. */
    private void rows() throws IOException {
        long[] hidden = {0};
        for (PackTable table : PackTable.values()) {
            content.csv(table, row -> {
                if (!row.get(PackData.HASH).isEmpty()) {
                    hidden[0]++;
                    if (!row.get(PackData.SALT).isEmpty()) {
                        Map<String, String> texts = new TreeMap<>();
                        List<String> columns = table.hidden(format);
                        columns.forEach(column -> texts.put(column, cells.apply(row.get(column))));
                        if (!PackSight.hash(row.get(PackData.SALT), columns, texts)
                                .equals(row.get(PackData.HASH))) {
                            wrong("pack.wrong.row", table.file(), row.get("id"));
                        }
                    }
                }
                if (table == PackTable.EVIDENCE && !row.get("sha256").isEmpty()) {
                    document(row);
                }
            });
        }
        say("pack.restricted", hidden[0]);
    }

    private void document(CSVRecord row) throws IOException {
        String begin = "evidence/" + row.get("id");
        String name = content.names(begin).stream().filter(one -> one.equals(begin) || one.startsWith(begin + "."))
                .findFirst().orElse(null);
        if (name == null && row.isMapped("scan") && row.get("scan").equals(ScanState.FOUND.name())) {
            say("pack.infected", begin, row.get("sha256"));
        } else if (name == null) {
            wrong("pack.wrong.missing", begin);
        } else if (!content.digest(name).equals(row.get("sha256"))) {
            wrong("pack.wrong.document", name, row.get("agency"), row.get("criterion"));
        }
    }

    private void wrong(CheckFault fault) {
        wrong("verify.fault", Texts.text(locale, "trail.fault." + fault.kind()), number(fault.block()),
                number(fault.entry()), number(fault.anchor()));
    }

    private void wrong(CheckFault.Kind kind, Long block, Long entry) {
        wrong(new CheckFault(kind, block, entry, null));
    }

    private static String number(Long number) {
        return number == null ? "–" : number.toString();
    }

    private void wrong(String key, Object... arguments) {
        wrong++;
        if (wrong <= MOST_TOLD) {
            out.println("  ! " + Texts.text(locale, key, arguments));
        }
    }

    private void say(String key, Object... arguments) {
        out.println(Texts.text(locale, key, arguments));
    }
}
