package vn.thang.core.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides a sample among the parts of a whole. */
final class Strata {

    private Strata() {
    }

    static Map<String, Integer> divided(Map<String, Long> strata, int size) {
        Map<String, Long> parts = new LinkedHashMap<>(strata);
        parts.values().removeIf(part -> part <= 0);
        long whole = parts.values().stream().mapToLong(Long::longValue).sum();
        if (size < parts.size() || size > whole) {
            throw new IllegalArgumentException(size + " for " + parts.size() + " strata of " + whole);
        }
        Map<String, Integer> divided = new LinkedHashMap<>();
        parts.forEach((name, part) -> divided.put(name, (int) Math.max(1, Math.multiplyExact(part, size) / whole)));
        List<String> byRemainder = new ArrayList<>(parts.keySet());
        byRemainder.sort(Comparator.comparingLong((String name) -> -(parts.get(name) * size % whole)));
        while (sum(divided) < size) {
            int before = sum(divided);
            for (String name : byRemainder) {
                if (sum(divided) < size && divided.get(name) < parts.get(name)) {
                    divided.merge(name, 1, Integer::sum);
                }
            }
            assert sum(divided) > before;
        }
        while (sum(divided) > size) {
            divided.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow()
                    .setValue(divided.values().stream().max(Comparator.naturalOrder()).orElseThrow() - 1);
        }
        return divided;
    }

    private static int sum(Map<String, Integer> divided) {
        return divided.values().stream().mapToInt(Integer::intValue).sum();
    }
}
