package vn.thang.matter.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.thang.catalog.Catalog;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.matter.pack.Pack;
import vn.thang.matter.pack.PackPdf;
import vn.thang.matter.plan.ImprovementPlan;
import vn.thang.matter.register.MatterWords;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.DirectoryLine;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Work;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Makes reports of agencies on their last published result: of one, or of one with all below it. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class SheetMaking {

    @Inject
    private ImprovementPlan plans;

    @Inject
    private NationalRounds rounds;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Catalog catalog;

    @Inject
    private MatterWords words;

    @Inject
    private LongWork works;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Returns the report of the agency; empty before its first published result. */
    @Requires(Permission.EXPORT)
    public Optional<byte[]> make(String agency, Locale language) {
        caller.check(Permission.EXPORT, agencies.get(agency).path());
        return pack(agency, language).map(pack -> new PackPdf(pack).pdf());
    }

    private Optional<Pack> pack(String agency, Locale language) {
        return plans.view(agency, null).map(plan -> new SheetContent(plan, rounds.groupOf(plan.result().head()),
                rounds.trend(plan.result().head()), catalog.texts(plan.result().head().modelRef(), language), words,
                language, LocalDate.now(clock)).pack());
    }

    /**
     * Starts the report of an agency, or those of all at and below it, and answers the number of the work.
     *
     * @throws BusinessException when the agency alone has no published result
     */
    @Requires(Permission.EXPORT)
    public long start(String agency, boolean below, Locale language) {
        caller.check(Permission.EXPORT, agencies.get(agency).path());
        if (!below && pack(agency, language).isEmpty()) {
            throw new BusinessException("sheet.no-result");
        }
        return works.start(new AgencySheetWork.Wanted(agency, below, language.getLanguage(), caller.personId()),
                caller.behalf());
    }

    /** Finds the reports of the agency that the person has asked for last, whether they are ready or not. */
    @Requires(Permission.EXPORT)
    public Optional<Work> last(String agency) {
        return works.last(AgencySheetWork.NAME, agency, caller.personId());
    }

    /** Returns the codes of the agency and of those below it today, from the top down. */
    @Requires(Permission.EXPORT)
    public List<String> atAndBelow(String agency) {
        LocalDate today = LocalDate.now(clock);
        Map<String, List<String>> below = new HashMap<>();
        for (DirectoryLine line : agencies.all()) {
            if (line.parentCode() != null && (line.validTo() == null || !line.validTo().isBefore(today))) {
                below.computeIfAbsent(line.parentCode(), code -> new ArrayList<>()).add(line.code());
            }
        }
        List<String> codes = new ArrayList<>(List.of(agency));
        for (int i = 0; i < codes.size(); i++) {
            codes.addAll(below.getOrDefault(codes.get(i), List.of()));
        }
        return codes;
    }
}
