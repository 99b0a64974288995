package vn.thang.platform;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

    /** A day as it is written in this language: 30/06/2025, 30.06.2025; nothing for none. */
    public String day(LocalDate day) {
        return day == null ? "" : DateTimeFormatter.ofPattern(getCode().equals("de") ? "dd.MM.uuuu" : "dd/MM/uuuu").format(day);
    }

    public String text(String key, Object... arguments) {
        return Texts.text(locale, key, arguments);
    }

    public String text(BusinessException refusal) {
        return text(refusal.key(), refusal.arguments());
    }
}
