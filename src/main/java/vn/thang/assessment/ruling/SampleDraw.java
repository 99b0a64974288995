package vn.thang.assessment.ruling;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.thang.assessment.answer.EvidenceFile;

/**
 * Draws agencies by a seed: those whose SHA-256 of seed, colon and code is smallest. Whoever has the seed and the list can
 * draw again and gets the same; an agency that joins or leaves moves one place at most.
 */
public final class SampleDraw {

    private SampleDraw() {
    }

    public static List<String> draw(String seed, Collection<String> codes, int size) {
        return codes.stream().distinct()
                .sorted(Comparator.comparing((String code) -> EvidenceFile.sha256((seed + ":" + code)
                        .getBytes(StandardCharsets.UTF_8))).thenComparing(code -> code))
                .limit(size).toList();
    }
}
