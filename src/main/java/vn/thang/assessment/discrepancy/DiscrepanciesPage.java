package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.ModelTexts;
import vn.thang.core.model.Dimension;
import vn.thang.organisation.AgencyType;
import vn.thang.platform.Language;
import vn.thang.platform.NoticePage;

/** The register of discrepancies, filtered by its address alone. */
@Named
@RequestScoped
public class DiscrepanciesPage {

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    /** What the address says, by name: round, state, dimension, q, type, indicator. */
    private final Map<String, String> asked = new TreeMap<>();
    private int page = 1;
    private List<DiscrepancyRegister.Choice> rounds = List.of();
    private DiscrepancyRegister.Choice shown;
    private DiscrepancyRegister.Page found;

    public void load() {
        rounds = notices.found(register::rounds);
        if (rounds == null || rounds.isEmpty()) {
            return;
        }
        shown = rounds.stream().filter(round -> round.code().equals(asked.get("round"))).findFirst()
                .orElse(rounds.get(0));
        asked.put("round", shown.code());
        found = register.page(DiscrepancyFilter.of(shown.code(), asked.get("state"), asked.get("dimension"),
                asked.get("q"), asked.get("type"),
                asked.get("indicator")), Math.max(1, page));
    }

    public boolean isPresent() {
        return found != null;
    }

    public DiscrepancyRegister.Page getFound() {
        return found;
    }

    public List<DiscrepancyRegister.Choice> getRounds() {
        return rounds;
    }

    /** For the file of what is shown. */
    public String getQuery() {
        return asked.entrySet().stream().filter(one -> one.getValue() != null && !one.getValue().isBlank())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public Discrepancy.State[] getStates() {
        return Discrepancy.State.values();
    }

    public List<String> getTypes() {
        return AgencyType.assessed();
    }

    public List<Dimension> getDimensions() {
        return catalog.model(shown.modelRef()).dimensions();
    }

    /** Codes of what measures criteria of the model. */
    public List<String> getIndicators() {
        return catalog.measures(shown.modelRef()).values().stream().map(measure -> measure.indicator().code())
                .distinct().toList();
    }

    public ModelTexts getTexts() {
        return catalog.texts(shown.modelRef(), language.getLocale());
    }

    public Map<String, String> getAsked() {
        return asked;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
