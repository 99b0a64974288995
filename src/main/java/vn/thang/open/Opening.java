package vn.thang.open;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.assessment.result.PublishedResults;
import vn.thang.assessment.round.PublishedHash;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The ministry makes the results of a published round public as far as it wants, sees before what that will be, and ends it
 * again. A round that is withdrawn is public no more.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.PUBLISH)
public class Opening {

    @Inject
    private OpenPublications publications;

    @Inject
    private OpenAgencies rounds;

    @Inject
    private OpenMaking making;

    @Inject
    private PublishedResults results;

    @Inject
    private NationalRounds national;

    @Inject
    private NationalTargets targets;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<OpenEvent> events;

    /** Lists everything that is or was public, the newest first. */
    @Requires(Permission.PUBLISH)
    public List<OpenPublication> list() {
        checkNational();
        return publications.all();
    }

    /** Returns the files that would become public, changing nothing. */
    @Requires(Permission.PUBLISH)
    public List<OpenFile> preview(String code, Choice choice) {
        checkNational();
        return files(published(code), choice);
    }

    /** Makes the round public; what was public of it before ends. */
    @Requires(Permission.PUBLISH)
    public void open(String code, Choice choice) {
        checkNational();
        OpenMaking.Subject round = published(code);
        List<OpenFile> files = files(round, choice);
        String hash = Sha256.hex(results.hashes(round.id()).stream().map(PublishedHash::hash)
                .collect(Collectors.joining()));
        publications.close(code, caller.personId(), clock.instant());
        publications.add(round.id(), choice, hash, caller.personId(), clock.instant(), files);
        events.fire(new OpenEvent.RoundMadePublic(round.id(), code, choice, hash, files.size(),
                OpenFile.hash(files.stream().collect(Collectors.toMap(OpenFile::name, OpenFile::sha256)))));
    }

    /** Ends what is public of the round. */
    @Requires(Permission.PUBLISH)
    public void close(String code) {
        checkNational();
        OpenMaking.Subject round = published(code);
        if (publications.close(code, caller.personId(), clock.instant()) == 0) {
            throw new BusinessException.NotFound("open.not-public", code);
        }
        events.fire(new OpenEvent.RoundEnded(round.id(), code));
    }

    /** What is withdrawn is public no more, in the same transaction. */
    void withdrawn(@Observes RoundEvent event) {
        if (event instanceof RoundEvent.RoundWithdrawn round) {
            publications.close(round.round(), clock.instant())
                    .ifPresent(code -> events.fire(new OpenEvent.RoundEnded(round.round(), code)));
        }
    }

    private List<OpenFile> files(OpenMaking.Subject round, Choice choice) {
        RoundSelection selection = national.rounds(round.code())
                .orElseThrow(() -> new BusinessException.NotFound("report.unknown-round", round.code()));
        return making.files(round, choice, national.groups(selection.shown()), targets.forEverybody(selection));
    }

    private OpenMaking.Subject published(String code) {
        return rounds.published(code == null ? "" : code)
                .orElseThrow(() -> new BusinessException("open.not-published", code));
    }

    /** The whole country becomes public, so that no part of it decides. */
    private void checkNational() {
        caller.check(Permission.PUBLISH, agencies.rootPath());
    }
}
