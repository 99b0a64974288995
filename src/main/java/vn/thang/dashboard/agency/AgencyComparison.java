package vn.thang.dashboard.agency;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Sets agencies side by side: their official results, each in the rounds in which it took part. Of restricted dimensions their
 * levels are shown, as everywhere, and nothing else.
 */
@ApplicationScoped
@Transactional
public class AgencyComparison {

    /** Two are a comparison, and more than five cannot be told apart. */
    public static final int MOST = 5;

    @Inject
    private AgencyStandings standings;

    @Inject
    private Caller caller;

    /**
     * Returns the agencies with these codes, in their order; three statements.
     *
     * @throws BusinessException           when there are more than five, or one that does not exist
     * @throws BusinessException.Forbidden when the person may not see one of them
     */
    @Requires(VIEW)
    public List<ComparedAgency> compare(List<String> codes, RoundSelection rounds) {
        List<String> wanted = codes.stream().distinct().toList();
        if (wanted.size() > MOST) {
            throw new BusinessException("compare.most", MOST);
        }
        List<ComparedAgency> found = histories(wanted, rounds.official());
        wanted.stream().filter(code -> found.stream().noneMatch(agency -> agency.code().equals(code))).findFirst()
                .ifPresent(code -> {
                    throw new BusinessException("compare.unknown", code);
                });
        return found;
    }

    /**
     * Returns what agencies were in rounds, however many: before a merger with the index of all that are one now; three
     * statements.
     *
     * @throws BusinessException.Forbidden when the person may not see one of them
     */
    @Requires(VIEW)
    public List<ComparedAgency> histories(List<String> codes, List<RoundChoice> rounds) {
        List<ComparedAgency> found = standings.of(codes, rounds.stream().map(RoundChoice::id).toList());
        found.forEach(agency -> caller.check(VIEW, agency.path()));
        return found;
    }

    /** Returns the places of agencies in the round of the newest figure, by code, as far as the person sees them. */
    @Requires(VIEW)
    public Map<String, AgencyStandings.Place> places(List<ComparedAgency> agencies, RoundSelection rounds) {
        agencies.forEach(agency -> caller.check(VIEW, agency.path()));
        return standings.places(agencies.stream().map(ComparedAgency::code).toList(), rounds.basis().id());
    }
}
