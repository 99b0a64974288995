package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.thang.indicator.measured.ReadingContents;

/** Answers, verdicts, exemptions and evidence of published results as the tables hold them now, beside what was frozen of them. */
@ApplicationScoped
class PresentAnswers {

    private static final String ANSWERS = """
            SELECT a.assessment_id AS assessment, a.criterion, a.value AS declared, v.value AS confirmed
            FROM answer a LEFT JOIN verdict v ON v.assessment_id = a.assessment_id AND v.criterion = a.criterion
                AND v.replaced_at IS NULL AND v.value IS NOT NULL
            WHERE a.assessment_id IN (<assessments>)""";
    private static final String EXEMPT = """
            SELECT assessment_id AS assessment, criterion FROM exemption
            WHERE granted = TRUE AND assessment_id IN (<assessments>)""";
    private static final String EVIDENCE = """
            SELECT assessment_id AS assessment, criterion, level, COALESCE(sha256, url) AS fingerprint FROM evidence
            WHERE removed_at IS NULL AND assessment_id IN (<assessments>) ORDER BY level, fingerprint""";
    private static final String DOCUMENTS = """
            SELECT e.assessment_id AS assessment, e.criterion FROM evidence e
            JOIN evidence_content c ON c.evidence_id = COALESCE(e.content_id, e.id)
            WHERE e.removed_at IS NULL AND e.sha256 <> SHA2(c.content, 256) AND e.assessment_id IN (<assessments>)""";

    @Inject
    private Jdbi jdbi;

    protected PresentAnswers() {
    }

    /** Reads from a database without a server. */
    PresentAnswers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Value(long assessment, String criterion, String declared, String confirmed) {
    }

    private record AnswerKey(long assessment, String criterion) {
    }

    private record Proof(long assessment, String criterion, int level, String fingerprint) {
    }

    /**
     * What stands in the tables of one assessment now.
     *
     * @param inputs    by criterion, written like {@link ResultSnapshot#told}
     * @param documents criteria with a document whose content is not the one that was attached, or with a reading that says
     *                  another thing than when the result was published
     */
    record Present(Map<String, String> inputs, Set<String> documents) {

        static final Present NOTHING = new Present(Map.of(), Set.of());
    }

    /** Reads the assessments of these results; five statements however many there are. */
    Map<Long, Present> of(Collection<PublishedResults.Frozen> results) {
        List<Long> assessments = results.stream().map(PublishedResults.Frozen::assessment).toList();
        return jdbi.withHandle(sql -> {
            Map<AnswerKey, StringBuilder> evidence = new HashMap<>();
            sql.createQuery(EVIDENCE).bindList("assessments", assessments).mapTo(Proof.class)
                    .forEach(proof -> evidence.computeIfAbsent(new AnswerKey(proof.assessment(), proof.criterion()),
                            none -> new StringBuilder()).append(' ').append(proof.level()).append('=')
                            .append(proof.fingerprint()));
            Set<AnswerKey> exempt = new HashSet<>(
                    sql.createQuery(EXEMPT).bindList("assessments", assessments).mapTo(AnswerKey.class).list());
            Map<Long, Present> present = new HashMap<>();
            sql.createQuery(ANSWERS).bindList("assessments", assessments).mapTo(Value.class).forEach(value -> {
                AnswerKey key = new AnswerKey(value.assessment(), value.criterion());
                present.computeIfAbsent(value.assessment(), none -> new Present(new TreeMap<>(), new HashSet<>()))
                        .inputs().put(value.criterion(), line(value.declared(), value.confirmed(),
                                exempt.contains(key), evidence.getOrDefault(key, new StringBuilder())));
            });
            sql.createQuery(DOCUMENTS).bindList("assessments", assessments).mapTo(AnswerKey.class)
                    .forEach(key -> present.computeIfAbsent(key.assessment(),
                            none -> new Present(new TreeMap<>(), new HashSet<>())).documents().add(key.criterion()));
            readings(sql, results, present);
            exempt.forEach(key -> present.computeIfAbsent(key.assessment(),
                    none -> new Present(new TreeMap<>(), new HashSet<>())).inputs().putIfAbsent(key.criterion(),
                            line(null, null, true, evidence.getOrDefault(key, new StringBuilder()))));
            return present;
        });
    }

    private static void readings(Handle sql, Collection<PublishedResults.Frozen> results, Map<Long, Present> present) {
        Map<Long, Map<String, ResultSnapshot.Source>> sources = new HashMap<>();
        results.forEach(one -> sources.put(one.assessment(), one.snapshot().sources()));
        ReadingContents now = ReadingContents.of(sql, sources.values().stream().flatMap(of -> of.values().stream())
                .flatMap(source -> source.readings().stream()).toList());
        sources.forEach((assessment, of) -> of.forEach((criterion, source) -> {
            if (!now.hash(source.readings()).equals(source.contents())) {
                present.computeIfAbsent(assessment, none -> new Present(new TreeMap<>(), new HashSet<>())).documents()
                        .add(criterion);
            }
        }));
    }

    static String line(String declared, String confirmed, boolean exempt, CharSequence evidence) {
        return declared + " " + confirmed + " " + exempt + evidence;
    }

    /** Lists the criteria of a frozen result of which the tables hold something else now. */
    static List<String> changed(ResultSnapshot frozen, Present present, Set<String> asked) {
        Map<String, String> told = frozen.told();
        Set<String> changed = new TreeSet<>(present.documents());
        told.forEach((criterion, line) -> {
            if (!line.equals(present.inputs().getOrDefault(criterion, ""))) {
                changed.add(criterion);
            }
        });
        present.inputs().keySet().stream().filter(asked::contains).filter(one -> !told.containsKey(one))
                .forEach(changed::add);
        return List.copyOf(changed);
    }
}
