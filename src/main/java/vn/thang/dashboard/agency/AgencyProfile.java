package vn.thang.dashboard.agency;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.assessment.discrepancy.DiscrepancyRegister;
import vn.thang.catalog.Catalog;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/** Puts together what is known of one agency: its results and place, those of its province, the units below, discrepancies. */
@ApplicationScoped
@Transactional
public class AgencyProfile {

    @Inject
    private AgencyStandings standings;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    /**
     * What a person with the right to see the agency is shown of it.
     *
     * @param basis         the last round with official results in which it took part and whose model can be read; the last of
     *                      all where there is none
     * @param place         null where it took no part in that round, as for the province
     * @param province      the agency above, where that is not the country; null otherwise, or where the person may not see it
     * @param followed      the round whose submissions are followed
     * @param below         units below in that round, and how many of them submitted
     * @param discrepancies entries of the register
     */
    public record View(ComparedAgency agency, RoundChoice basis, AgencyStandings.Place place,
            ComparedAgency province, AgencyStandings.Place provincePlace, RoundChoice followed, long below,
            long belowHandedIn, long discrepancies) {
    }

    /**
     * Returns the profile of the agency by a fixed number of statements; empty before the first round, while the model of its
     * round cannot be read, and for who may not see the agency.
     *
     * @param above code of the agency above; null for none
     */
    @Requires(VIEW)
    public Optional<View> view(String code, String path, String above) {
        return shown(path).map(rounds -> {
            List<String> codes = Stream.of(code, above).filter(one -> one != null).toList();
            List<ComparedAgency> found = standings.of(codes, rounds.official().stream().map(RoundChoice::id).toList());
            ComparedAgency agency = found.get(0);
            RoundChoice basis = last(agency, rounds).orElse(rounds.basis());
            ComparedAgency province = found.stream().skip(1)
                    .filter(one -> one.type().equals("province") && caller.can(VIEW, one.path())).findFirst()
                    .orElse(null);
            Map<String, AgencyStandings.Place> places = standings.places(codes, basis.id());
            RoundChoice followed = rounds.running().orElse(basis);
            return new View(agency, basis, places.get(code), province,
                    province == null ? null : places.get(province.code()), followed, below(followed, code, null),
                    below(followed, code, AgencyFilter.Standing.HANDED_IN), register.count(
                            new DiscrepancyFilter(followed.code(), null, null, code, null, null)));
        });
    }

    /**
     * Finds the assessment with the last official result of the agency: what the profile shows as its basis, without anything else
     * of it. Empty where there is none, and where {@link #view} shows nothing.
     */
    @Requires(VIEW)
    public Optional<Long> lastOfficial(String code, String path) {
        return shown(path).flatMap(rounds -> {
            ComparedAgency agency = standings
                    .of(List.of(code), rounds.official().stream().map(RoundChoice::id).toList()).get(0);
            return last(agency, rounds).map(round -> agency.in(round).assessment());
        });
    }

    private Optional<RoundSelection> shown(String path) {
        Optional<RoundSelection> known = caller.can(VIEW, path) ? nationalRounds.rounds(null) : Optional.empty();
        return known.filter(rounds -> catalog.isReadable(rounds.basis().modelRef()));
    }

    private Optional<RoundChoice> last(ComparedAgency agency, RoundSelection rounds) {
        return rounds.official().stream()
                .filter(round -> agency.in(round) != null && catalog.isReadable(round.modelRef()))
                .reduce((before, after) -> after);
    }

    private long below(RoundChoice round, String code, AgencyFilter.Standing standing) {
        return nationalStandings
                .agencies(round, new AgencyFilter(null, null, code, standing, null, null, "name", false), 1,
                        false)
                .total();
    }
}
