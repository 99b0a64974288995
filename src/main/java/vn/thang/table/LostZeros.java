package vn.thang.table;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the codes that a code may have been before a spreadsheet took the zeros in front of it away. */
public final class LostZeros {

    private static final int LONGEST = 12;

    private LostZeros() {
    }

    /** Returns the codes that there are and that differ from the code by zeros in front alone, the shortest first. */
    public static List<String> meant(String code, Predicate<String> known) {
        if (!code.matches("[0-9]+")) {
            return List.of();
        }
        return IntStream.rangeClosed(1, Math.max(0, LONGEST - code.length()))
                .mapToObj(zeros -> "0".repeat(zeros) + code).filter(known).toList();
    }
}
