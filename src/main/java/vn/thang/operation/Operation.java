package vn.thang.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.thang.audit.reading.TrailReading;
import vn.thang.indicator.source.ReadingSources;
import vn.thang.notice.mail.FailedMails;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.work.LongWork;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Says how the installation is, to national administrators. */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class Operation {

    @Inject
    private LongWork works;

    @Inject
    private FailedMails mails;

    @Inject
    private ReadingSources sources;

    @Inject
    private TrailReading trail;

    @Inject
    private Backups backups;

    @Inject
    private DatabaseFigures database;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Asks everybody who knows something of it, by a number of statements that does not depend on how much there is. */
    @Requires(Permission.ADMINISTER)
    public OperationState state() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        return new OperationState(clock.instant(), works.standing(), works.recurring(), mails.queue(),
                sources.attention(), trail.sealing(), backups.last().orElse(null), database.read(),
                ServerFigures.disk());
    }
}
