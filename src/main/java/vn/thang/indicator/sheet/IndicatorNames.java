package vn.thang.indicator.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.platform.Texts;
import vn.thang.table.Folded;

/** Codes of indicators by what people call them. */
@ApplicationScoped
class IndicatorNames {

    @Inject
    private Catalog catalog;

    /** By code and by name in every language, without marks and capitals. */
    Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (Indicator indicator : catalog.indicators()) {
            codes.put(Folded.of(indicator.code()), indicator.code());
            Texts.LANGUAGES.forEach(locale -> codes.putIfAbsent(
                    Folded.of(catalog.programmeTexts(locale).indicator(indicator.code()).name()), indicator.code()));
        }
        return codes;
    }
}
