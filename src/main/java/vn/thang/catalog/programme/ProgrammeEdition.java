package vn.thang.catalog.programme;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.platform.Texts;

/**
 * One version of the programme: targets, indicators, breaks and their words, which are published together.
 *
 * @param ref   programme and version, such as digital-government/1.0
 * @param hash  SHA-256 over its files, in hexadecimal
 * @param texts by language
 */
public record ProgrammeEdition(String ref, String hash, Programme programme, Map<String, ProgrammeTexts> texts,
        List<Indicator> indicators, Breaks breaks) {

    public ProgrammeEdition {
        texts = Map.copyOf(texts);
        indicators = List.copyOf(indicators);
    }

    /**
     * The same as it holds after another version: periods that began by the day of its publication keep the bounds that held
     * for them, and what it names no more keeps its words.
     */
    public ProgrammeEdition after(ProgrammeEdition before, LocalDate day) {
        Map<String, Indicator> known = before.indicators.stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        Map<String, ProgrammeTexts> words = new LinkedHashMap<>();
        texts.forEach((language, own) -> words.put(language, before.texts.containsKey(language)
                ? own.after(before.texts.get(language)) : own));
        return new ProgrammeEdition(ref, hash,
                programme.with(before.programme.coverage().and(day, programme.coverage().newest())), words,
                indicators.stream().map(one -> known.containsKey(one.code())
                        ? one.after(known.get(one.code()), day) : one).toList(),
                breaks);
    }

    /** What figures are kept under that were made by it: its files, and the bounds of before that hold on. */
    public String key() {
        return hash + programme.coverage() + indicators.stream().map(one -> one.fixed().later().toString()).toList();
    }

    public ProgrammeTexts words(Locale locale) {
        return texts.get(Texts.language(locale.getLanguage()).getLanguage());
    }

    /** The indicator that gives a target its value; empty where it has none. */
    public Optional<Indicator> indicatorOf(String target) {
        return indicators.stream().filter(one -> one.targets().contains(target)).findFirst();
    }
}
