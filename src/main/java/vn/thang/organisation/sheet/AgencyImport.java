package vn.thang.organisation.sheet;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.agency.AgencyEvent;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.LongWork;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Takes agencies from a CSV or Excel file: first {@link #check} says what would change and which rows are wrong, then
 * {@link #apply} does it in one transaction. The same file a second time changes nothing.
 */
@ApplicationScoped
@Transactional
public class AgencyImport {

    @Inject
    private Agencies agencies;

    @Inject
    private LongWork works;

    @Inject
    private Caller caller;

    @Inject
    private AgencyTaking taking;

    @Inject
    private Event<AgencyEvent> events;

    /** Whether the caller may import at all; answers the number of agencies there are. */
    @Requires(ADMINISTER)
    public long open() {
        caller.check(ADMINISTER, agencies.rootPath());
        return agencies.count();
    }

    /** What the file would change. Changes nothing. */
    @Requires(ADMINISTER)
    public ImportReport check(byte[] content) {
        caller.check(ADMINISTER, agencies.rootPath());
        AgencyFile file = AgencyFile.read(content);
        return ImportReport.of(file, taking.plan(file, agencies.listAll()), hash(content));
    }

    /**
     * Starts {@link #apply} and refuses at once what that would refuse. Answers the number of the work.
     *
     * @param name of the file
     */
    @Requires(ADMINISTER)
    public long start(String name, byte[] content, boolean rightRowsOnly) {
        ImportReport report = check(content);
        if (!report.faults().isEmpty() && !rightRowsOnly) {
            throw new BusinessException("organisation.import.faults", report.faults().size());
        }
        return works.start(new AgencyImportWork.Checked(name, content, rightRowsOnly), caller.behalf());
    }

    /**
     * Makes the changes that {@link #check} showed.
     *
     * @param rightRowsOnly whether to leave faulty rows out; otherwise one fault refuses the file
     */
    @Requires(ADMINISTER)
    public ImportReport apply(byte[] content, boolean rightRowsOnly) {
        caller.check(ADMINISTER, agencies.rootPath());
        AgencyFile file = AgencyFile.read(content);
        List<Agency> all = agencies.listAll();
        ImportPlan plan = taking.plan(file, all);
        if (!plan.faults().isEmpty() && !rightRowsOnly) {
            throw new BusinessException("organisation.import.faults", plan.faults().size());
        }
        ImportReport report = ImportReport.of(file, plan, hash(content));
        if (!report.changesNothing()) {
            taking.take(plan, all);
            events.fire(new AgencyEvent.AgenciesImported(report.created().size(), report.changed().size(),
                    report.faults().size(), report.hash()));
        }
        return report;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
