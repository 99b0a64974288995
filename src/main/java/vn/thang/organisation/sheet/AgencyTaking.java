package vn.thang.organisation.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.agency.AgencyPlaces;
import vn.thang.organisation.agency.kind.AgencyKind;
import vn.thang.organisation.agency.kind.AgencyKinds;
import vn.thang.platform.BusinessException;

/**
 * Takes agencies as rows describe them: the one way by which the tree of agencies changes, whether a file or a page says how.
 * Who may do that is decided by the use case that calls it.
 */
@ApplicationScoped
public class AgencyTaking {

    @Inject
    private Agencies agencies;

    @Inject
    private AgencyKinds kinds;

    @Inject
    private AgencyPlaces places;

    @Inject
    private Clock clock;

    /** Returns every agency that is or was as a row, by code. */
    public Map<String, AgencySheetRow> present() {
        return agencies.listAll().stream().map(AgencySheetRow::of)
                .collect(Collectors.toMap(AgencySheetRow::code, row -> row, (one, other) -> one, TreeMap::new));
    }

    /** Returns what the rows would change, and what is wrong in them. Changes nothing. */
    public ImportReport check(List<AgencySheetRow> rows) {
        AgencyFile file = AgencyFile.of(rows);
        return ImportReport.of(file, plan(file, agencies.listAll()), "");
    }

    /**
     * Makes the changes that {@link #check} shows.
     *
     * @param from first day on which an agency stands elsewhere that moves
     * @throws BusinessException that says the first fault, where there is one
     */
    public void take(List<AgencySheetRow> rows, LocalDate from) {
        AgencyFile file = AgencyFile.of(rows);
        List<Agency> all = agencies.listAll();
        ImportPlan plan = plan(file, all);
        plan.faults().stream().findFirst().ifPresent(fault -> {
            throw fault.refusal();
        });
        take(plan, all, from);
    }

    ImportPlan plan(AgencyFile file, List<Agency> all) {
        return ImportPlan.of(file, all.stream().map(AgencySheetRow::of).toList(), LocalDate.now(clock));
    }

    /** Makes the changes of a file, which names no day: whoever stands elsewhere by it does so from today on. */
    void take(ImportPlan plan, List<Agency> all) {
        take(plan, all, LocalDate.now(clock));
    }

    private void take(ImportPlan plan, List<Agency> all, LocalDate from) {
        AgencyPlaces.Standing before = AgencyPlaces.of(all);
        Map<String, Agency> byCode = new HashMap<>();
        all.forEach(agency -> byCode.put(agency.code(), agency));
        create(plan.created(), byCode);
        plan.changed().forEach(row -> change(row, byCode));
        Agencies.settlePaths(byCode.values());
        List<AgencyKind> known = kinds.list();
        plan.created().forEach(row -> AgencyKinds.settle(byCode.get(row.code()), known));
        plan.changed().forEach(row -> AgencyKinds.settle(byCode.get(row.code()), known));
        agencies.flush();
        places.moved(before, all, from);
    }

    /** Predecessors may stand anywhere among the rows, so they are set when all agencies are there. */
    private void create(List<AgencySheetRow> rows, Map<String, Agency> byCode) {
        for (AgencySheetRow row : rows) {
            Agency agency = new Agency(row.code(), row.type().key());
            agency.rename(row.name(), row.nameEn());
            agency.lasts(row.validFrom(), row.validTo());
            agencies.add(agency);
            agency.placeUnder(byCode.get(row.parent()));
            byCode.put(row.code(), agency);
        }
        rows.stream().filter(row -> !row.predecessors().isEmpty()).forEach(row -> follow(row, byCode));
    }

    private static void change(AgencySheetRow row, Map<String, Agency> byCode) {
        Agency agency = byCode.get(row.code());
        agency.rename(row.name(), row.nameEn());
        agency.becomes(row.type().key());
        agency.lasts(row.validFrom(), row.validTo());
        follow(row, byCode);
        agency.placeUnder(byCode.get(row.parent()));
    }

    private static void follow(AgencySheetRow row, Map<String, Agency> byCode) {
        byCode.get(row.code()).follows(row.predecessors().stream().map(byCode::get).collect(Collectors.toSet()));
    }
}
