package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.thang.notice.NoticeLine;
import vn.thang.notice.Notices;
import vn.thang.organisation.account.AddressLinks;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;

/**
 * Sends the letters that wait, so many at a time. A letter counts as sent after the server took it: if ours dies in between it
 * goes out twice with the same Message-ID rather than never.
 */
@ApplicationScoped
class MailDelivery {

    private static final Logger LOG = Logger.getLogger(MailDelivery.class.getName());

    @Inject
    private Outbox outbox;

    @Inject
    private Notices notices;

    @Inject
    private MailConfiguration configuration;

    @Inject
    private PasswordLinks links;

    @Inject
    private AddressLinks addresses;

    @Inject
    private Clock clock;

    /** Nothing happens where no server is set. */
    void run() {
        configuration.server().ifPresent(server -> {
            Instant now = clock.instant();
            collect(now);
            deliver(server, configuration.perMinute(), now);
        });
    }

    void collect(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Time.ZONE);
        outbox.collect(MailChoice.How.AT_ONCE, today, now, configuration.domain());
        if (now.atZone(Time.ZONE).getHour() >= configuration.hour()) {
            outbox.collect(MailChoice.How.DAILY, today, now, configuration.domain());
        }
    }

    void deliver(MailServer server, int most, Instant now) {
        List<Outbox.Waiting> letters = outbox.take(most, now);
        if (letters.isEmpty()) {
            return;
        }
        try (Transport transport = server.connect()) {
            for (Outbox.Waiting letter : letters) {
                deliver(server, transport, letter, now);
            }
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "The mail server " + server + " takes nothing; " + letters.size() + " letters wait",
                    e);
            letters.forEach(letter -> outbox.laterUnlessDone(letter, e.toString(), now));
        }
    }

    private void deliver(MailServer server, Transport transport, Outbox.Waiting letter, Instant now)
            throws MessagingException {
        Optional<Letter> written = letter.email() == null ? Optional.empty() : written(letter, now);
        if (written.isEmpty()) {
            outbox.dropped(letter.id());
            return;
        }
        try {
            server.send(transport, written.get(), letter.messageId(), letter.email(), letter.fullName(),
                    Date.from(now));
            outbox.sent(letter.id(), now);
        } catch (AddressException e) {
            outbox.failed(letter.id(), e.toString());
        } catch (SendFailedException e) {
            if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
                outbox.failed(letter.id(), e.toString());
            } else {
                outbox.later(letter, e.toString(), now);
            }
        } catch (MessagingException e) {
            if (!transport.isConnected()) {
                throw e;
            }
            outbox.later(letter, e.toString(), now);
        }
    }

    /** What stands in it now; nothing when none of it is news any more, or the person may not sign in. */
    private Optional<Letter> written(Outbox.Waiting letter, Instant now) {
        Locale locale = Texts.language(letter.language());
        if (letter.passwordLink()) {
            return links.issue(letter.person())
                    .map(issued -> Letter.of(issued, letter.fullName(), locale, configuration.address()));
        }
        if (letter.about() == Outbox.About.ADDRESS_GIVEN) {
            return addresses.issue(letter.person(), letter.email())
                    .map(secret -> Letter.confirming(secret, letter.fullName(), locale, configuration.address()));
        }
        if (letter.about() != null) {
            return Optional.of(Letter.of(letter.about(), letter.fullName(), locale, configuration.address()));
        }
        List<NoticeLine> lines = notices.inMail(letter.id(), LocalDate.ofInstant(now, Time.ZONE)).stream()
                .filter(line -> !line.read()).toList();
        return lines.isEmpty() ? Optional.empty()
                : Optional.of(Letter.of(lines, letter.fullName(), locale, configuration.address()));
    }
}
