package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Shows national administrators the letters that no mail server took, and sends them once more. */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class FailedMails {

    @Inject
    private Outbox outbox;

    @Inject
    private MailConfiguration configuration;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<MailEvent> events;

    /** A letter that failed, when it was tried last, and why. */
    public record Letter(long id, String fullName, String email, Instant lastAt, String fault) {
    }

    /**
     * How the letters stand.
     *
     * @param delayed those that wait and were tried for two hours or longer, where no letter at all was taken in that time: the
     *                server takes none; where others were taken, a few recipients are at fault and not the server
     * @param set     whether there is a mail server to send them by
     * @param untried since when that one waits which waits for its first attempt longest; null for none
     */
    public record Queue(long waiting, long delayed, long failed, boolean set, Instant untried) {
    }

    /** Counts the letters that wait and those that failed. */
    @Requires(Permission.ADMINISTER)
    public Queue queue() {
        check();
        return outbox.queue(configuration.server().isPresent(), clock.instant());
    }

    /** Lists the failed letters to whom these words are a part of the name or of the address. */
    @Requires(Permission.ADMINISTER)
    public Slice<Letter> list(String words, Cut<LetterOrder> cut) {
        check();
        return outbox.failed(GivenText.orNull(words), cut);
    }

    /** Lets failed letters wait to be sent again: all of them, or none where one has not failed. */
    @Requires(Permission.ADMINISTER)
    public void again(Set<Long> letters) {
        check();
        if (letters.isEmpty()) {
            throw new BusinessException("list.none-chosen");
        }
        for (long id : letters) {
            if (!outbox.again(id, clock.instant())) {
                throw new BusinessException.Conflict("mail.not-again");
            }
            events.fire(new MailEvent.MailSentAgain(id));
        }
    }

    private void check() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
    }
}
