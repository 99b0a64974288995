package vn.thang.matter.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import vn.thang.catalog.Catalog;
import vn.thang.matter.MatterFigure;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;

/** What pages and files say of a matter: what it is about, and the figure as it was. */
@Named
@RequestScoped
public class MatterWords {

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    /** Returns what the matter is about. */
    public String subject(MatterTopic line) {
        return subject(line, language.getLocale());
    }

    /** Returns what the matter is about, in a language. */
    public String subject(MatterTopic line, Locale locale) {
        return switch (line.about()) {
            case TARGET -> target(line.target(), locale);
            case AGENCY -> Texts.text(locale, "matter.about.agency", line.name(locale));
            case SCORECARD -> Texts.text(locale, "matter.about.scorecard", line.period());
            case DIMENSION -> Texts.text(locale, "matter.about.dimension",
                    criterion(line.modelRef(), line.criterion(), locale), line.period());
            case CRITERION -> Texts.text(locale, "matter.about.criterion",
                    criterion(line.modelRef(), line.criterion(), locale), line.period());
            case INDICATOR -> Texts.text(locale, "matter.about.indicator", indicator(line.indicator(), locale));
            case READING -> Texts.text(locale, "matter.about.reading", indicator(line.indicator(), locale));
            case SOURCE -> Texts.text(locale, "matter.about.source", source(line.source(), locale));
        };
    }

    /** Returns the name of an indicator, or its code where the programme has it no more. */
    public String indicator(String code) {
        return indicator(code, language.getLocale());
    }

    private String indicator(String code, Locale locale) {
        return catalog.indicator(code).isPresent() ? catalog.programmeTexts(locale).indicator(code).name() : code;
    }

    /** Returns the name of a source, or its code where the programme has it no more. */
    public String source(String code) {
        return source(code, language.getLocale());
    }

    private String source(String code, Locale locale) {
        return catalog.indicators().stream().anyMatch(one -> one.source().equals(code))
                ? catalog.programmeTexts(locale).source(code) : code;
    }

    /** Returns the code of a target with its name. */
    public String target(String code) {
        return target(code, language.getLocale());
    }

    private String target(String code, Locale locale) {
        return catalog.programme().targets().stream().anyMatch(target -> target.code().equals(code))
                ? code + " · " + catalog.programmeTexts(locale).target(code).name() : code;
    }

    /** Returns the code of a criterion or dimension with its name. */
    public String criterion(String modelRef, String code) {
        return criterion(modelRef, code, language.getLocale());
    }

    private String criterion(String modelRef, String code, Locale locale) {
        boolean dimension = catalog.model(modelRef).dimensions().stream().anyMatch(one -> one.code().equals(code));
        return code + " " + (dimension ? catalog.texts(modelRef, locale).dimension(code).name()
                : catalog.texts(modelRef, locale).criterion(code).name());
    }

    /** Returns an answer to a criterion as people read it, also where there is none. */
    public String answer(String modelRef, String criterion, String answer) {
        return answer == null ? language.text("counted.unanswered")
                : answer(modelRef, criterion, answer, language.getLocale());
    }

    private String answer(String modelRef, String criterion, String answer, Locale locale) {
        String option = catalog.texts(modelRef, locale).criterion(criterion).options().get(answer);
        return option != null ? option : Texts.text(locale, "matter.raise.level", answer);
    }

    /** Returns what a measure raises: the level, option or value to which its criterion or reading is to come; empty for all others. */
    public String raise(MatterLine line) {
        return raise(line, language.getLocale());
    }

    /** Returns the same in a language. */
    public String raise(MatterLine line, Locale locale) {
        return line.raiseTo() == null ? ""
                : line.criterion() == null ? number(line.figure(), new BigDecimal(line.raiseTo()), locale)
                        : answer(line.modelRef(), line.criterion(), line.raiseTo(), locale);
    }

    /** Returns the figure in a sentence. */
    public String figure(MatterFigure figure) {
        return figure(figure, language.getLocale());
    }

    String figure(MatterFigure figure, Locale locale) {
        if (figure.status() != null) {
            return figure.wanted() == null ? source(figure, locale) : target(figure, locale);
        }
        if (figure.wanted() != null) {
            return coverage(figure, locale);
        }
        if (figure.indicator() == null) {
            return result(figure, locale);
        }
        return figure.measured() == null ? reading(figure, locale)
                : Texts.text(locale, "matter.figure.measured", result(figure, locale), figure.measured(),
                        reading(figure, locale));
    }

    private static String target(MatterFigure figure, Locale locale) {
        return figure.value() == null ? Texts.text(locale, "matter.figure.target.none", status(figure, locale))
                : Texts.text(locale, "matter.figure.target", number(figure, figure.value(), locale),
                        figure.period(), status(figure, locale), number(figure, figure.wanted(), locale));
    }

    private static String source(MatterFigure figure, Locale locale) {
        String health = Texts.text(locale, "source.health." + figure.status());
        return figure.period() == null ? health
                : Texts.text(locale, "matter.figure.source", health,
                        Texts.day(locale, LocalDate.parse(figure.period())));
    }

    private static String coverage(MatterFigure figure, Locale locale) {
        String share = Texts.text(locale, "matter.figure.coverage", Formats.number(figure.value(), locale),
                Formats.number(figure.wanted(), locale));
        return figure.period() == null ? share
                : Texts.text(locale, "matter.figure.coverage.newest", share, figure.period());
    }

    private String reading(MatterFigure figure, Locale locale) {
        return figure.reading() == null ? Texts.text(locale, "matter.figure.reading.none")
                : Texts.text(locale, "matter.figure.reading", indicator(figure.indicator(), locale),
                        number(figure, figure.reading(), locale), figure.readingPeriod());
    }

    private static String result(MatterFigure figure, Locale locale) {
        if (figure.level() == null) {
            return Texts.text(locale, "matter.figure.none");
        }
        String standing = Texts.text(locale, figure.standing());
        return figure.value() == null
                ? Texts.text(locale, "matter.figure.criterion", figure.level(), figure.period(), standing)
                : Texts.text(locale, "matter.figure.result", figure.level(),
                        Formats.number(figure.value(), locale), figure.period(), standing);
    }

    private static String status(MatterFigure figure, Locale locale) {
        return Texts.text(locale, "target.status." + figure.status());
    }

    private static String number(MatterFigure figure, BigDecimal value, Locale locale) {
        return figure.percent() ? Formats.percent(value, locale) : Formats.number(value, locale);
    }
}
