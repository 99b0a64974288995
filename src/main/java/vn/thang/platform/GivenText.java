package vn.thang.platform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Texts that people give: without the space around them, and never longer than there is room for. */
public final class GivenText {

    private GivenText() {
    }

    /**
     * Returns the text without the space around it.
     *
     * @param longest how many characters it may have
     * @param refusal key of the text that asks for it and names the number
     * @throws BusinessException when nothing is given or too much
     */
    public static String required(String text, int longest, String refusal) {
        String given = text == null ? "" : text.strip();
        if (given.isEmpty() || given.length() > longest) {
            throw new BusinessException(refusal, longest);
        }
        return given;
    }

    /**
     * Returns the text without the space around it; null where nothing is given.
     *
     * @param longest how many characters it may have
     * @param refusal key of the text that names the number
     * @throws BusinessException when too much is given
     */
    public static String optional(String text, int longest, String refusal) {
        return orNull(text) == null ? null : required(text, longest, refusal);
    }

    /** Returns the text without the space around it, however long; null where nothing is given. */
    public static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Returns the day of an address, written as 2026-12-31; the other one where none is given, or what is given is none. */
    public static LocalDate day(String text, LocalDate other) {
        try {
            return orNull(text) == null ? other : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return other;
        }
    }

    /** Returns the number of an address that tells a thing from others; 0, which none has, for any other text. */
    public static long number(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
