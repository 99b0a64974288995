package vn.thang.indicator.lookup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Measure;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.IndicatorLink;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The catalogue of indicators, and one of them with all that is laid down about it. */
@Named
@RequestScoped
public class IndicatorsPage {

    @Inject
    private IndicatorDirectory directory;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String code;

    private Indicator one;
    private Map<String, String> owners;

    public boolean isFound() {
        if (one == null) {
            one = notices.found(() -> directory.get(code));
        }
        return one != null;
    }

    public List<Indicator> getList() {
        return directory.list();
    }

    public Indicator getOne() {
        return one;
    }

    /** Name of the agency that answers for it; its code where there is no such agency. */
    public String owner(Indicator indicator) {
        if (owners == null) {
            owners = directory.owners();
        }
        return owners.getOrDefault(indicator.owner(), indicator.owner());
    }

    /** A criterion that it measures, with its name and the measure. */
    public record Served(String criterion, String name, Measure measure) {
    }

    /** What it measures in the newest version of the national model. */
    public List<Served> getServed() {
        return catalog.models().stream().filter(catalog::national).reduce((older, newer) -> newer).map(this::served)
                .orElse(List.of());
    }

    private List<Served> served(MaturityModel newest) {
        return catalog.measures(newest.ref()).entrySet().stream()
                .filter(measure -> measure.getValue().indicator().code().equals(one.code()))
                .map(measure -> new Served(measure.getKey(),
                        catalog.texts(newest, language.getLocale()).criterion(measure.getKey()).name(),
                        measure.getValue()))
                .toList();
    }

    public String target(String target) {
        return catalog.programmeTexts(language.getLocale()).target(target).name();
    }

    /** The bounds of the levels as they are compared, by level. */
    public List<Map.Entry<Integer, String>> levels(Measure measure) {
        String sign = one.direction() == IndicatorLink.Direction.UP ? "≥ " : "≤ ";
        Map<Integer, String> levels = new TreeMap<>();
        measure.link().levels().forEach((level, bound) -> levels.put(level, sign + bound(bound)));
        return List.copyOf(levels.entrySet());
    }

    private String bound(Fraction bound) {
        return one.unit().equals("percent") ? formats.percent(bound.toDecimal(1)) : formats.number(bound.toDecimal(2));
    }
}
