package vn.thang.assessment.form;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.course.AssessmentHead;

/** The fingerprint of what was handed in: the same content gives the same hash, wherever it is computed. */
public final class HandedInContent {

    /** Letters and digits that are not mistaken for one another when read aloud. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int RECEIPT_LENGTH = 8;
    private static final String SECOND_FORM = "thang-2";
    /** Of signatures that were given before explanations were a part of what is signed. */
    private static final String FIRST_FORM = "thang-1";

    private HandedInContent() {
    }

    /**
     * Whose content it is, as it was called at that moment.
     *
     * @param modelHash of the files of the model
     */
    public record Of(String modelRef, String modelHash, String round, String agency) {

        public static Of head(AssessmentHead head, String modelHash) {
            return new Of(head.modelRef(), modelHash, head.roundCode(), head.agencyCode());
        }
    }

    /** What the agency said of an answer that stands above its measured level. */
    public record Explained(String criterion, String words) {
    }

    /** SHA-256 over model, agency, round, answers, explanations and evidence, one field a line, each with its length. */
    public static String hash(Of of, List<GivenAnswer> answers, List<AttachedEvidence> evidence,
            List<Explained> explanations) {
        return hash(SECOND_FORM, of, answers, evidence, explanations);
    }

    /**
     * Whether this is the hash of the content, in whichever form it was signed: once explanations were no part of it.
     */
    public static boolean isOf(String hash, Of of, List<GivenAnswer> answers, List<AttachedEvidence> evidence,
            List<Explained> explanations) {
        return hash.equals(hash(of, answers, evidence, explanations))
                || hash.equals(hash(FIRST_FORM, of, answers, evidence, List.of()));
    }

    private static String hash(String form, Of of, List<GivenAnswer> answers, List<AttachedEvidence> evidence,
            List<Explained> explanations) {
        StringBuilder text = new StringBuilder();
        add(text, form, of.modelRef(), of.modelHash(), of.round(), of.agency());
        answers.stream().sorted(Comparator.comparing(GivenAnswer::criterion))
                .forEach(answer -> add(text, "answer", answer.criterion(), answer.value(), answer.comment()));
        explanations.stream().sorted(Comparator.comparing(Explained::criterion))
                .forEach(one -> add(text, "explanation", one.criterion(), one.words()));
        evidence.stream()
                .sorted(Comparator.comparing(AttachedEvidence::criterion).thenComparing(AttachedEvidence::level)
                        .thenComparing(AttachedEvidence::id))
                .forEach(item -> {
                    add(text, "evidence", item.criterion(), String.valueOf(item.level()), item.title(),
                            item.file() ? item.sha256() : item.url());
                    if (item.validFrom() != null || item.validUntil() != null) {
                        add(text, "holds", day(item.validFrom()), day(item.validUntil()));
                    }
                });
        return EvidenceFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** Round, agency and eight characters of the hash, to be read from paper or over the telephone. */
    public static String receipt(AssessmentHead head, String hash) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RECEIPT_LENGTH; i++) {
            int part = Integer.parseInt(hash.substring(i * 4, i * 4 + 4), 16);
            code.append(ALPHABET.charAt(part % ALPHABET.length()));
        }
        return head.roundCode() + "-" + head.agencyCode() + "-" + code;
    }

    /** Returns the code that the agency of a receipt had when it handed in, whatever it is called now. */
    public static String agency(String receipt, String round) {
        return receipt.substring(round.length() + 1, receipt.length() - RECEIPT_LENGTH - 1);
    }

    /** In groups of four, to be compared by eye; null where there is none. */
    public static String groups(String hash) {
        return hash == null ? null : hash.replaceAll("(.{4})(?=.)", "$1 ");
    }

    public static void add(StringBuilder text, String... fields) {
        for (String field : fields) {
            String value = field == null ? "" : field;
            text.append(value.length()).append(':').append(value).append('\n');
        }
    }
}
