package vn.thang.indicator.lookup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.ProgrammeTexts.IndicatorText;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.Figure;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;

/** The words for indicators and their sources, wherever one is shown. */
@Named("indicatorWords")
@RequestScoped
public class IndicatorPage {

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    public String name(String indicator) {
        return catalog.programmeTexts(language.getLocale()).indicator(indicator).name();
    }

    public String source(String source) {
        return catalog.programmeTexts(language.getLocale()).source(source);
    }

    /** What is counted, by what. */
    public IndicatorText words(String indicator) {
        return catalog.programmeTexts(language.getLocale()).indicator(indicator);
    }

    /** A value as the indicator is read: 77.5% or 1,234. */
    public String value(String indicator, BigDecimal value) {
        return catalog.indicator(indicator).filter(one -> one.unit().equals("percent"))
                .map(one -> formats.percent(value)).orElseGet(() -> formats.number(value));
    }

    /** A period that is kept as it is written, as people read it. */
    public String period(String written) {
        return Period.written(written).map(Period::label).orElse(written);
    }

    /** Numerator and denominator; nothing where it has none. */
    public String parts(Figure figure) {
        return figure.ratio() ? formats.number(figure.numerator()) + "/" + formats.number(figure.denominator()) : "";
    }

    /** A value with its parts, where it has any; a denominator alone is a number of things. */
    public String figure(String indicator, Figure figure) {
        return figure.ratio() ? value(indicator, figure.value()) + " (" + parts(figure) + ")"
                : value(indicator, figure.value());
    }
}
