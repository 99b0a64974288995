package vn.thang.platform;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The sentences of the application in the three languages. */
public final class Texts {

    /** Vietnamese first: it is the language of whoever has not chosen one. */
    public static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("vi-VN"), Locale.forLanguageTag("en-GB"),
            Locale.forLanguageTag("de-DE"));

    private static final String BUNDLE = "i18n.messages";
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {
    }

    /** The languages by their codes, in the order of the alphabet. */
    public static List<String> codes() {
        return LANGUAGES.stream().map(Locale::getLanguage).sorted().toList();
    }

    /**
     * The text of the key with its arguments put in by {@link MessageFormat}, days as the language writes them; a key without
     * text is a defect and throws.
     */
    public static String text(Locale locale, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, language(locale.getLanguage()), NO_FALLBACK).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(Stream.of(arguments)
                .map(argument -> argument instanceof LocalDate day ? day(locale, day) : argument).toArray());
    }

    /** A day as the language writes it: 30/06/2025, 30.06.2025; nothing for none. */
    public static String day(Locale locale, LocalDate day) {
        return written(locale, "app.format.day", day);
    }

    /** A moment to the minute, as the clocks in Vietnam show it; nothing for none. */
    public static String moment(Locale locale, Instant moment) {
        return written(locale, "app.format.moment", moment);
    }

    static String written(Locale locale, String format, TemporalAccessor time) {
        return time == null ? ""
                : DateTimeFormatter.ofPattern(text(locale, format), locale).withZone(Time.ZONE).format(time);
    }

    /**
     * The first language that a caller accepts, by the header Accept-Language, and the application speaks; Vietnamese
     * where there is none, and where the header is missing or cannot be read.
     */
    public static Locale accepted(String header) {
        if (header == null) {
            return LANGUAGES.get(0);
        }
        try {
            return Locale.LanguageRange.parse(header).stream().map(range -> range.getRange().split("-")[0])
                    .flatMap(code -> LANGUAGES.stream().filter(locale -> locale.getLanguage().equals(code)))
                    .findFirst().orElse(LANGUAGES.get(0));
        } catch (IllegalArgumentException e) {
            return LANGUAGES.get(0);
        }
    }

    /** The supported locale for a language code such as "en"; Vietnamese for any other. */
    public static Locale language(String code) {
        return LANGUAGES.stream().filter(locale -> locale.getLanguage().equals(code)).findFirst()
                .orElse(LANGUAGES.get(0));
    }
}
