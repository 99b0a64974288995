package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that the words of a criterion name and that stand in the structure alone: the bounds of its indicator, by
 * level, and the quantities of the model, by name. A sentence names one in braces, such as {@code {3}%} or
 * {@code {most}%}, so that the words cannot ask for another number than the rules do.
 */
public record StatedNumbers(Map<String, BigDecimal> byName) {

    static final Pattern NAMED = Pattern.compile("\\{([^{}]*)}");

    /** No numbers: sentences stay as they are written. */
    static final StatedNumbers NONE = new StatedNumbers(Map.of());

    /** Those that the sentences of the criterion may name. */
    public static StatedNumbers of(JsonNode model, JsonNode criterion) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        for (JsonNode named : new JsonNode[]{model.path("quantities"), criterion.path("indicator").path("levels")}) {
            named.properties().forEach(number -> {
                if (number.getValue().isNumber()) {
                    numbers.put(number.getKey(), number.getValue().decimalValue());
                }
            });
        }
        return new StatedNumbers(numbers);
    }

    /** The sentence with its numbers, as the language writes them; a name that is not known stays. */
    String in(String sentence, Locale locale) {
        if (byName.isEmpty()) {
            return sentence;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(BigDecimal.valueOf(Long.MAX_VALUE).precision());
        return NAMED.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(
                byName.containsKey(found.group(1)) ? format.format(byName.get(found.group(1))) : found.group()));
    }
}
