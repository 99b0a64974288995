package vn.thang.indicator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Language;

/** The words for indicators and their sources, wherever one is shown. */
@Named("indicatorWords")
@RequestScoped
public class IndicatorPage {

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    public String name(String indicator) {
        return catalog.programmeTexts(language.getLocale()).indicator(indicator).name();
    }

    public String source(String source) {
        return catalog.programmeTexts(language.getLocale()).source(source);
    }
}
