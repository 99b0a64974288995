package vn.thang.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.result.PublishedResults;
import vn.thang.assessment.result.ResultExcerpt;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.audit.anchor.Anchor;
import vn.thang.audit.anchor.TimeAuthority;
import vn.thang.audit.check.TrailExtract;
import vn.thang.audit.seal.Block;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.HeldFile;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.ReportContent;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/**
 * Packs everything that a result of a round rests on into one file that proves itself: the results as they were frozen, the
 * answers with their history, evidence, verdicts, readings and matters, the sample that it is about, and the entries of the
 * trail with their blocks and the stamps of the authority. Assessments that are not handed in are left out, and of the others
 * what is not shown yet. Of restricted answers that the person may not see there are salted hashes only.
 */
@ApplicationScoped
class EvidencePack implements ReportContent {

    static final String NAME = "evidence-pack";
    /** What is packed lies on the disk of the server once, and in the database as long as the work. */
    private static final long MOST_EVIDENCE = 4L * 1024 * 1024 * 1024;
    private static final String DOING = "work.doing.pack";
    /** Where the files of the programme lie in a pack. */
    static final String PROGRAMME = "programme/";

    @Inject
    private PackRows rows;

    @Inject
    private PublishedResults results;

    @Inject
    private TrailExtract trail;

    @Inject
    private TimeAuthority authority;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Impartiality impartiality;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Made make(Asked asked, Progress progress) {
        PackSight sight = PackSight.of(catalog, caller.reach(Permission.VIEW_RESTRICTED), impartiality.sight(),
                rows.secret(asked.roundId()));
        List<PackRows.Scoped> scope = (asked.sample() == null ? rows.assessments(asked.roundId(), asked.agencyPath())
                : rows.sampled(asked.sample(), asked.roundId(), asked.agencyPath())).stream()
                .filter(one -> sight.shows(Shown.ANSWERS, one)).toList();
        if (scope.isEmpty()) {
            throw new BusinessException("pack.nothing");
        }
        List<Long> assessments = scope.stream().map(PackRows.Scoped::id).toList();
        if (rows.bytes(assessments) > MOST_EVIDENCE) {
            throw new BusinessException("pack.too-large", MOST_EVIDENCE / 1024 / 1024);
        }
        try {
            return new Made(HeldFile.of(out -> write(out, asked, scope, sight, progress)), scope.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(OutputStream out, Asked asked, List<PackRows.Scoped> scope, PackSight sight, Progress progress)
            throws IOException {
        PackFile pack = new PackFile(out);
        JsonObjectBuilder about = Json.createObjectBuilder().add("format", PackFile.FORMAT)
                .add("made", clock.instant().toString()).add("round", asked.round()).add("agency", asked.agency())
                .add("assessments", scope.size());
        if (asked.sample() != null) {
            about.add("sample", asked.sample());
        }
        PackData data = new PackData(rows, sight, scope);
        int done = 0;
        for (PackTable table : PackTable.values()) {
            progress.at(done++, PackTable.values().length + 2L, DOING);
            if (!table.ofSample()) {
                data.add(pack, table);
            } else if (asked.sample() != null) {
                data.add(pack, table, asked.sample());
            }
        }
        data.addDocuments(pack);
        int published = addResults(pack, scope, sight);
        progress.at(done, PackTable.values().length + 2L, DOING);
        addTrail(pack, asked, scope, sight, about);
        boolean whole = scope.stream().allMatch(one -> sight.sees(one.path()));
        pack.add("index.html", PackCover.html(asked, scope.size(), published, data.hidden(), whole, clock.instant()));
        pack.end(about.add("results", published).add("hidden", data.hidden()).add("whole", whole));
        pack.close();
    }

    /** The models, and the programme whose indicators they name, so that they can be read without the server. */
    private int addResults(PackFile pack, List<PackRows.Scoped> scope, PackSight sight) {
        TreeSet<String> models = new TreeSet<>();
        int published = 0;
        for (PackRows.Scoped one : scope) {
            Optional<PublishedResults.Frozen> frozen = results.find(one.id());
            if (frozen.isPresent()) {
                published++;
                String ref = frozen.get().snapshot().modelRef();
                models.add(ref);
                pack.add("results/" + one.id() + ".json", sight.sees(one.path()) ? frozen.get().snapshot().text()
                        : ResultExcerpt.of(frozen.get().snapshot(), catalog.model(ref), sight.criteria(),
                                input -> PackSight.hash(sight.salt("result " + one.id() + " " + criterion(input)),
                                        List.of("input"), Map.of("input", input)))
                                .text());
            }
        }
        models.forEach(ref -> catalog.files(ref).forEach((name, content) -> pack.add("model/" + ref + "/" + name,
                out -> out.write(content))));
        if (!models.isEmpty()) {
            catalog.files(catalog.edition().ref()).forEach((name, content) -> pack.add(PROGRAMME + name,
                    out -> out.write(content)));
        }
        return published;
    }

    private static String criterion(String input) {
        return PackTrail.object(input).getString("criterion");
    }

    private void addTrail(PackFile pack, Asked asked, List<PackRows.Scoped> scope, PackSight sight,
            JsonObjectBuilder about) {
        TreeSet<Long> needed = new TreeSet<>();
        Map<Long, PackRows.Scoped> scoped = scope.stream()
                .collect(Collectors.toMap(PackRows.Scoped::id, one -> one, (one, other) -> one));
        long[] entries = {0, 0};
        pack.add(PackTrail.ENTRIES, out -> {
            List<Long> ids = scope.stream().map(PackRows.Scoped::id).toList();
            take(trail.each("assessment", ids, entry -> sight.sees(scoped.get(entry.subjectId()).path()),
                    entry -> sight.hides(entry, scoped.get(entry.subjectId())),
                    entry -> write(out, PackTrail.written(entry))), needed, entries);
            List<Long> matters = new ArrayList<>();
            rows.each(PackTable.MATTERS, ids, row -> matters.add(((Number) row.get("id")).longValue()));
            take(trail.each("matter", matters, entry -> false, entry -> false,
                    entry -> write(out, PackTrail.written(entry))), needed, entries);
            if (asked.sample() != null) {
                take(trail.each("audit-sample", List.of(asked.sample()), entry -> true, entry -> false,
                        entry -> write(out, PackTrail.written(entry))), needed, entries);
            }
            if (asked.agencyPath().equals(rows.root())) {
                take(trail.each("round", List.of(asked.roundId()), entry -> true, entry -> false,
                        entry -> write(out, PackTrail.written(entry))), needed, entries);
            }
        });
        List<Anchor> anchors = trail.anchors();
        TreeSet<Long> ends = new TreeSet<>();
        pack.add(PackTrail.BLOCKS, out -> trail.blocks(needed, anchors, (Block block) -> {
            ends.add(block.number());
            write(out, PackTrail.written(block));
        }));
        List<Anchor> used = anchors.stream().filter(anchor -> ends.contains(anchor.block())).toList();
        pack.add(PackTrail.ANCHORS, out -> used.forEach(anchor -> write(out, PackTrail.written(anchor))));
        used.forEach(anchor -> pack.add(PackTrail.token(anchor.number()), out -> out.write(anchor.token())));
        if (!authority.trusted().empty()) {
            pack.add(PackTrail.AUTHORITIES, authority.trusted().pem());
        }
        about.add("entries", entries[0]).add("waiting", entries[1]).add("blocks", ends.size())
                .add("anchors", used.size());
    }

    private static void take(TrailExtract.Taken taken, TreeSet<Long> needed, long[] entries) {
        needed.addAll(taken.blocks());
        entries[0] += taken.entries();
        entries[1] += taken.waiting();
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
