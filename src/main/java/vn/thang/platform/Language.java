package vn.thang.platform;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** The language of the person in this session: pages, formats and refusals follow it, never the server's. */
@Named("language")
@SessionScoped
public class Language implements Serializable {

    private static final long serialVersionUID = 1L;

    private Locale locale = Texts.LANGUAGES.get(0);

    public Locale getLocale() {
        return locale;
    }

    public String getCode() {
        return locale.getLanguage();
    }

    public void setCode(String code) {
        locale = Texts.language(code);
    }

    /** What a language is called in this one. */
    public String name(String other) {
        return Locale.of(other).getDisplayLanguage(locale);
    }

    public String text(String key, Object... arguments) {
        return Texts.text(locale, key, arguments);
    }

    /** A day as it is written in this language: 30/06/2025, 30.06.2025; nothing for none. */
    public String day(LocalDate day) {
        return Texts.day(locale, day);
    }

    /** A moment to the minute, as the clocks in Vietnam show it; nothing for none. */
    public String moment(Instant moment) {
        return Texts.moment(locale, moment);
    }

    public String hour(Instant moment) {
        return Texts.written(locale, "app.format.hour", moment);
    }

    public String text(BusinessException refusal) {
        return text(refusal.key(), refusal.arguments());
    }
}
