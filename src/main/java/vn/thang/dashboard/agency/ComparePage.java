package vn.thang.dashboard.agency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.core.model.Dimension;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RegionGroup;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.target.TrendChart;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.DirectoryLine;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Formats;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** Two to five agencies side by side and over the rounds, chosen by the address, so that it can be sent to somebody. */
@Named
@RequestScoped
public class ComparePage {

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyComparison comparison;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private NoticePage notices;

    @Inject
    private Formats formats;

    @Inject
    private Language language;

    @Inject
    @Param(name = "agency")
    private String[] asked;

    @Inject
    private Clock clock;

    private List<ComparedAgency> agencies = List.of();
    private List<RoundGroups> groups = List.of();
    private Map<String, List<RegionGroup>> regions = Map.of();
    private List<String> chosen;
    private BusinessException fault;

    /** The groups of agencies of one round. */
    public record RoundGroups(RoundChoice round, List<Group> groups) {
    }

    public void load() {
        if (!rounds.loadModel()) {
            return;
        }
        groups = rounds.selection().national().stream()
                .map(round -> new RoundGroups(round, nationalRounds.groups(round))).toList();
        regions = rounds.selection().national().stream()
                .collect(Collectors.toMap(RoundChoice::code, nationalRounds::regions));
        List<ComparedAgency> found = notices.found(this::compared);
        agencies = found == null ? List.of() : found;
    }

    /** The key of how far the newest result of an agency can be relied on today. */
    public String confidence(ComparedAgency agency) {
        return "target.confidence." + agency.in(rounds.getBasis()).confidence(LocalDate.now(clock));
    }

    /** A fault in what was typed is told beside the fields; only what may not be seen leads to the page of errors. */
    private List<ComparedAgency> compared() {
        try {
            List<String> codes = new ArrayList<>();
            for (String words : getTyped()) {
                codes.add(code(words));
            }
            chosen = padded(codes);
            return codes.isEmpty() ? List.of() : comparison.compare(codes, rounds.selection());
        } catch (BusinessException.Forbidden e) {
            throw e;
        } catch (BusinessException e) {
            fault = e;
            return List.of();
        }
    }

    /** The code that is meant: as it was typed, or that of the only agency whose name fits. */
    private String code(String words) {
        List<DirectoryLine> fitting = directory.find(words);
        return fitting.stream().filter(agency -> agency.code().equals(words)).findFirst()
                .or(() -> fitting.size() == 1 ? fitting.stream().findFirst() : Optional.empty())
                .map(DirectoryLine::code)
                .orElseThrow(() -> new BusinessException(fitting.isEmpty() ? "compare.unknown" : "compare.several",
                        words, fitting.size()));
    }

    /** The change of the version of the model before a national round; null where there is none. */
    public VersionStep step(RoundChoice round) {
        List<RoundChoice> all = getNational();
        return VersionStep.along(catalog, all.stream().map(RoundChoice::modelRef).toList()).get(all.indexOf(round));
    }

    /** Codes of the agencies in the fields; those behind what was asked for are empty. */
    public List<String> getChosen() {
        if (chosen == null) {
            chosen = padded(getTyped());
        }
        return chosen;
    }

    private static List<String> padded(List<String> codes) {
        List<String> fields = new ArrayList<>(codes);
        while (fields.size() < AgencyComparison.MOST) {
            fields.add("");
        }
        return fields;
    }

    /** What the field at this place is called. */
    public String label(int place) {
        return language.text("compare.agency", place + 1);
    }

    /** Leads to the address that shows the chosen agencies; nowhere while the form is only tried for all of its faults. */
    public void choose() throws IOException {
        if (FacesContext.getCurrentInstance().isValidationFailed()) {
            return;
        }
        Stream<String> round = Stream.ofNullable(GivenText.orNull(rounds.getCode()))
                .map(code -> parameter("round", code));
        Stream<String> codes = chosen.stream().filter(code -> GivenText.orNull(code) != null)
                .map(code -> parameter("agency", code));
        FacesContext.getCurrentInstance().getExternalContext()
                .redirect("compare.xhtml?" + Stream.concat(round, codes).collect(Collectors.joining("&")));
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private List<String> getTyped() {
        return asked == null ? List.of()
                : Arrays.stream(asked).filter(Objects::nonNull).map(String::strip).filter(text -> !text.isEmpty())
                        .toList();
    }

    /** The index of an agency over the rounds, as a line. */
    public TrendChart trend(ComparedAgency agency) {
        return agency.trend(rounds.getModel().highest(), formats, language.getLocale());
    }

    /** Whether the history of one of them is the mean of several agencies. */
    public boolean isMerged() {
        return agencies.stream().anyMatch(ComparedAgency::merged);
    }

    public List<String> getDimensions() {
        return rounds.getDimensions().stream().map(Dimension::code).toList();
    }

    /** The rounds with official results, oldest first. */
    public List<RoundChoice> getRounds() {
        return rounds.selection().official();
    }

    public List<ComparedAgency> getAgencies() {
        return agencies;
    }

    public List<RoundGroups> getGroups() {
        return groups;
    }

    /** The regions in the newest round of the country; empty for who does not see every agency. */
    public List<RegionGroup> getRegions() {
        return regions.getOrDefault(rounds.getBasis().code(), List.of());
    }

    /** The median of the same type in the same region in a round; 0 where it had no levels. */
    public int median(RegionGroup here, RoundChoice round) {
        return regions.getOrDefault(round.code(), List.of()).stream()
                .filter(one -> one.region().equals(here.region()) && one.group().types().equals(here.group().types()))
                .findFirst().map(one -> one.group().levels().median()).orElse(0);
    }

    /** The rounds of the country, in which agencies of all types took part. */
    public List<RoundChoice> getNational() {
        return rounds.selection().national();
    }

    public BusinessException getFault() {
        return fault;
    }
}
