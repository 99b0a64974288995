package vn.thang.proof;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Shown;
import vn.thang.audit.reading.TrailSight;
import vn.thang.audit.seal.SealedEntry;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Sha256;
import vn.thang.security.Reach;

/**
 * Decides what stands in a pack: of an assessment what is shown in its state, and of that what of restricted answers. In
 * place of what the person may not see stands a salted hash. The salts follow from a secret of the round, so that the pack of
 * somebody who may see all opens the hashes of the other.
 *
 * @param restricted where the person may see restricted answers
 * @param course     what of assessments the person sees in which state
 * @param criteria   codes of restricted criteria of any version of a model
 * @param indicators codes of the indicators that measure them
 */
record PackSight(Reach restricted, CourseSight course, Set<String> criteria, Set<String> indicators, String secret) {

    private static final String MAC = "HmacSHA256";
    private static final int DIGITS_OF_SALT = 32;

    static PackSight of(Catalog catalog, Reach restricted, CourseSight course, String secret) {
        return new PackSight(restricted, course, catalog.restrictedCriteria(), catalog.restrictedIndicators(), secret);
    }

    /** Whether this of the assessment is shown to the person. */
    boolean shows(Shown what, PackRows.Scoped of) {
        return course.shows(what, of.id(), of.state(), of.path());
    }

    /** Whether an objection of the assessment and what is attached to it is shown to the person. */
    boolean showsObjections(PackRows.Scoped of) {
        return course.showsObjection(of.sent(), of.path());
    }

    /**
     * Whether an entry of the trail on the assessment is hidden from the person: it judges what is not shown yet, or says who
     * does, or tells of an objection that is not sent, or of restricted evidence as entries once did.
     */
    boolean hides(SealedEntry entry, PackRows.Scoped of) {
        return TrailSight.JUDGING.contains(entry.action()) && !(shows(Shown.VERDICTS, of) && shows(Shown.NAMES, of))
                || ofObjection(entry, of) && !showsObjections(of)
                || !sees(of.path()) && entry.tellsOfEvidence(criteria);
    }

    private static boolean ofObjection(SealedEntry entry, PackRows.Scoped of) {
        return TrailSight.OBJECTING.contains(entry.action()) || TrailSight.ONCE_OBJECTING.contains(entry.action())
                && of.handedInAt() != null && entry.at().isAfter(of.handedInAt()) && !entry.tellsOfLevel();
    }

    /** Whether the row is on a restricted answer. */
    boolean concerns(Map<String, ?> row) {
        return criteria.contains(String.valueOf(row.get("criterion")))
                || indicators.contains(String.valueOf(row.get("indicator")))
                || indicators.contains(String.valueOf(row.get("figure_indicator")))
                || List.of("true", "1").contains(String.valueOf(row.get("restricted")));
    }

    /** Whether the person sees restricted answers of the agency with this path. */
    boolean sees(String path) {
        return restricted.covers(path);
    }

    String salt(String place) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), MAC));
            return HexFormat.of().formatHex(mac.doFinal(place.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, DIGITS_OF_SALT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The salted hash of what is hidden: its JSON with the columns in their order, all of them texts. */
    static String hash(String salt, List<String> columns, Map<String, String> row) {
        JsonObjectBuilder hidden = Json.createObjectBuilder();
        columns.forEach(column -> {
            String value = row.get(column);
            if (value == null || value.isEmpty()) {
                hidden.addNull(column);
            } else {
                hidden.add(column, value);
            }
        });
        return Sha256.hex(salt + hidden.build());
    }
}
