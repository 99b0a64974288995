package vn.thang.data;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;

/**
 * What a program asks for beside the operation itself.
 *
 * @param after  where the batch begins: what the one before ended with; 0 for the first
 * @param most   how many rows, or agencies with their rows, the batch has at most
 * @param since  only what came or changed at or after this moment; null for everything
 * @param fields the fields that are wanted, in their order; empty for all
 * @param format that the address names; null where the header Accept decides
 * @param all    the parameters of the address, for the trail
 * @param writing how the rows are written; null where nobody hands them over
 */
public record Asked(long after, int most, Instant since, Set<String> fields, Format format, Map<String, String> all,
        Function<List<?>, byte[]> writing) {

    /** How rows are written. */
    public enum Format {
        JSON, CSV
    }

    /** The greatest batch: as many agencies as are read at once. */
    public static final int MOST = 250;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final String CURSOR = "v1:";

    /** @throws BusinessException when a parameter cannot be understood */
    public static Asked of(Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        String limit = all.getOrDefault("limit", String.valueOf(MOST));
        if (!NUMBER.matcher(limit).matches() || Integer.parseInt(limit) > MOST) {
            throw new BusinessException("data.limit", MOST);
        }
        return new Asked(after(all.get("cursor")), Integer.parseInt(limit), since(all.get("since")),
                fields(all.get("fields")), format(all.get("format")), all, null);
    }

    /** Returns the same for whoever writes the rows so. */
    Asked written(Function<List<?>, byte[]> as) {
        return new Asked(after, most, since, fields, format, all, as);
    }

    private static Set<String> fields(String given) {
        return given == null ? Set.of()
                : Arrays.stream(given.split(",")).map(String::strip).filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Format format(String given) {
        return given == null ? null
                : Arrays.stream(Format.values()).filter(one -> one.name().equalsIgnoreCase(given)).findFirst()
                        .orElseThrow(() -> new BusinessException("data.format", given));
    }

    /** A moment, or a day, which begins when it begins in Viet Nam. */
    private static Instant since(String given) {
        try {
            return given == null ? null
                    : given.length() == 10 ? LocalDate.parse(given).atStartOfDay(Time.ZONE).toInstant()
                            : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw new BusinessException("data.since", given);
        }
    }

    private static long after(String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII))
                    .filter(text -> text.matches(CURSOR + "\\d{1,18}"))
                    .map(text -> Long.parseLong(text.substring(CURSOR.length()))).orElseThrow();
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            throw new BusinessException("data.cursor");
        }
    }

    /** Returns the cursor that goes on behind a row with this id. */
    static String cursor(long id) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((CURSOR + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns the day in Viet Nam of the moment since which something has to have changed; null without one. */
    LocalDate sinceDay() {
        return since == null ? null : LocalDate.ofInstant(since, Time.ZONE);
    }

    /** Returns what is asked for as the trail tells it. */
    String told() {
        return all.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }
}
