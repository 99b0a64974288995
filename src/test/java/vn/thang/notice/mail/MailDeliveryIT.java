package vn.thang.notice.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.GivenRounds;
import vn.thang.it.ContainerFixture;
import vn.thang.notice.NoticeTopic;
import vn.thang.notice.list.NoticeReading;
import vn.thang.notice.telling.DueDays;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.organisation.people.administration.AccountAccess;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;

/** From a round that opens to the letters that a real mail server takes; everything is undone. */
class MailDeliveryIT extends ContainerFixture {

    @Inject
    private GivenRounds rounds;

    @Inject
    private MailDelivery delivery;

    @Inject
    private MailChoosing choosing;

    @Inject
    private NoticeReading reading;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private AccountAccess access;

    @Inject
    private PasswordLinks links;

    @Inject
    private DueDays dueDays;

    private GreenMail server;
    private Instant morning;
    private LocalDate due;

    @BeforeEach
    void begin() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        morning = ZonedDateTime.now(Time.ZONE).withHour(8).withMinute(0).withSecond(0).withNano(0).plusDays(1)
                .toInstant();
        due = LocalDate.ofInstant(morning, Time.ZONE).plusDays(100);
        entities.createNativeQuery("UPDATE person SET email = NULL").executeUpdate();
        entities.createNativeQuery("DELETE FROM mail").executeUpdate();
        for (String person : List.of("canbo", "lanhdao.tinh", "canbo.bo")) {
            address(person, person + "@example.vn");
        }
        entities.createNativeQuery("UPDATE person SET language = 'de' WHERE username = 'lanhdao.tinh'").executeUpdate();
        entities.createNativeQuery("UPDATE person SET language = 'en' WHERE username = 'canbo.bo'").executeUpdate();
        entities.createNativeQuery("DELETE FROM notice").executeUpdate();
        open();
    }

    @AfterEach
    void undo() throws Exception {
        server.stop();
    }

    @Test
    void everybodyGetsOneDigestADayInTheirLanguage() throws Exception {
        open();
        run(morning);
        assertEquals(3, server.getReceivedMessages().length);
        assertEquals("Thang: 2 thông báo mới", to("canbo").getSubject());
        assertEquals("Thang: 2 neue Mitteilungen", to("lanhdao.tinh").getSubject());
        assertEquals("Thang: 2 new notices", to("canbo.bo").getSubject());
        assertTrue(text(to("canbo.bo")).contains("is open; submit by"), () -> "language");
        open();
        run(morning.plusSeconds(3600));
        assertEquals(3, server.getReceivedMessages().length);
        run(morning.plusSeconds(86_400));
        assertEquals(6, server.getReceivedMessages().length);
        assertEquals("Thang: 1 thông báo mới", to("canbo").getSubject());
    }

    @Test
    void beforeTheHourOfTheDigestNothingIsSentButWhatIsWantedAtOnce() throws Exception {
        choose("lanhdao.tinh", MailChoice.How.AT_ONCE, EnumSet.allOf(NoticeTopic.class));
        run(morning.minusSeconds(7200));
        assertEquals(List.of("lanhdao.tinh@example.vn"), receivers());
        open();
        run(morning.minusSeconds(7000));
        assertEquals(2, server.getReceivedMessages().length);
    }

    @Test
    void nobodyGetsWhatTheyDidNotChooseOrHaveReadAlready() throws Exception {
        choose("canbo", MailChoice.How.NEVER, EnumSet.allOf(NoticeTopic.class));
        choose("lanhdao.tinh", MailChoice.How.DAILY, EnumSet.of(NoticeTopic.DUE));
        caller.actAs("canbo.bo");
        reading.readAll();
        run(morning);
        assertEquals(List.of(), receivers());
        dueDays.announce(due.minusDays(1), morning);
        run(morning.plusSeconds(60));
        assertEquals(Set.of("lanhdao.tinh@example.vn", "canbo.bo@example.vn"), Set.copyOf(receivers()));
        assertTrue(text(to("lanhdao.tinh")).contains("fällig"));
        assertFalse(text(to("lanhdao.tinh")).contains("offen; Einreichung"));
    }

    @Test
    void theThresholdsAreMailedOnceEach() throws Exception {
        choose("canbo", MailChoice.How.AT_ONCE, EnumSet.of(NoticeTopic.DUE));
        choose("lanhdao.tinh", MailChoice.How.NEVER, EnumSet.noneOf(NoticeTopic.class));
        choose("canbo.bo", MailChoice.How.NEVER, EnumSet.noneOf(NoticeTopic.class));
        for (int left = 35; left >= -3; left--) {
            Instant now = morning.plusSeconds(86_400L * (100 - left));
            for (int run = 0; run < 2; run++) {
                dueDays.announce(due.minusDays(left), now);
                run(now.plusSeconds(run));
            }
        }
        assertEquals(4, server.getReceivedMessages().length);
    }

    @Test
    void aServerThatIsDownLosesNothingAndSendsNothingTwice() throws Exception {
        MailServer mail = mailServer();
        server.stop();
        delivery.collect(morning);
        delivery.deliver(mail, 50, morning);
        assertEquals(3, count("WAITING"));
        List<?> ids = entities.createNativeQuery("SELECT message_id FROM mail ORDER BY message_id").getResultList();
        server.start();
        delivery.deliver(mailServer(), 50, morning.plusSeconds(30));
        assertEquals(0, server.getReceivedMessages().length);
        delivery.deliver(mailServer(), 50, morning.plusSeconds(61));
        delivery.deliver(mailServer(), 50, morning.plusSeconds(3600));
        assertEquals(3, server.getReceivedMessages().length);
        assertEquals(3, count("SENT"));
        assertEquals(ids, List.of(server.getReceivedMessages()).stream().map(MailDeliveryIT::id).sorted().toList());
        assertEquals(0L,
                ((Number) entities
                        .createNativeQuery(
                                "SELECT COUNT(*) FROM notice WHERE mail_id IS NOT NULL AND mailed_at IS NULL")
                        .getSingleResult()).longValue());
    }

    @Test
    void aLetterOfWhichNothingWasHeardGoesOutAgainUnderTheSameId() throws Exception {
        delivery.collect(morning);
        delivery.deliver(mailServer(), 50, morning);
        entities.createNativeQuery("UPDATE mail SET state = 'WAITING', sent_at = NULL").executeUpdate();
        delivery.deliver(mailServer(), 50, morning.plusSeconds(300));
        assertEquals(3, server.getReceivedMessages().length);
        delivery.deliver(mailServer(), 50, morning.plus(Outbox.UNHEARD));
        assertEquals(6, server.getReceivedMessages().length);
        assertEquals(3, List.of(server.getReceivedMessages()).stream().map(MailDeliveryIT::id).distinct().count());
    }

    /** Notices of the same person come in a letter of their own; what was sent before the newest works no more. */
    @Test
    void aLinkForAPasswordComesInALetterOfItsOwnWhateverThePersonChose() throws Exception {
        choose("lanhdao.tinh", MailChoice.How.NEVER, EnumSet.noneOf(NoticeTopic.class));
        caller.actAs("quantri");
        long head = ((Number) entities.createNativeQuery("SELECT id FROM person WHERE username = 'lanhdao.tinh'")
                .getSingleResult()).longValue();
        access.sendLink(head);
        access.sendLink(head);
        run(morning);
        assertEquals(3, server.getReceivedMessages().length);
        MimeMessage first = to("lanhdao.tinh");
        assertEquals("Thang: neues Passwort festlegen", first.getSubject());
        assertEquals("lanhdao.tinh", links.holder(secret(first)).orElseThrow());
        assertEquals(0, ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM password_link WHERE token_hash = ?1")
                .setParameter(1, secret(first)).getSingleResult()).intValue());
        access.sendLink(head);
        run(morning.plusSeconds(60));
        assertEquals(4, server.getReceivedMessages().length);
        assertTrue(links.holder(secret(first)).isEmpty());
        assertEquals("lanhdao.tinh", links.holder(secret(to("lanhdao.tinh"))).orElseThrow());
    }

    /** Thousands of digests stand in the queue of a morning; whoever has forgotten the password does not wait for them. */
    @Test
    void lettersAboutAccountsGoBeforeNews() throws Exception {
        delivery.collect(morning);
        caller.actAs("quantri");
        access.sendLink(((Number) entities
                .createNativeQuery("SELECT id FROM person WHERE username = 'lanhdao.tinh'").getSingleResult())
                .longValue());
        entities.createNativeQuery("UPDATE mail SET next_at = next_at + INTERVAL 1 MINUTE WHERE password_link")
                .executeUpdate();
        delivery.deliver(mailServer(), 1, morning.plusSeconds(120));
        assertEquals("Thang: neues Passwort festlegen", to("lanhdao.tinh").getSubject());
        delivery.deliver(mailServer(), 50, morning.plusSeconds(180));
        assertEquals(4, server.getReceivedMessages().length);
    }

    private static String secret(MimeMessage letter) throws Exception {
        return text(letter).replaceAll("(?s).*&link=(\\S+).*", "$1");
    }

    @Test
    void oneBadAddressStopsNobodyElse() throws Exception {
        address("canbo", "canbo@@không có");
        run(morning);
        assertEquals(Set.of("lanhdao.tinh@example.vn", "canbo.bo@example.vn"), Set.copyOf(receivers()));
        assertEquals(1, count("FAILED"));
        run(morning.plusSeconds(86_000));
        assertEquals(1, count("FAILED"));
    }

    @Test
    void noMoreGoOutAtATimeThanAllowed() throws Exception {
        delivery.collect(morning);
        delivery.deliver(mailServer(), 2, morning);
        assertEquals(2, server.getReceivedMessages().length);
        delivery.deliver(mailServer(), 2, morning.plusSeconds(60));
        assertEquals(3, server.getReceivedMessages().length);
    }

    @Test
    void whoLeftTheAgencyInBetweenGetsNoLetterAboutIt() throws Exception {
        delivery.collect(morning);
        entities.createNativeQuery(
                "UPDATE membership SET valid_to = '2020-01-01' WHERE person_id = (SELECT id FROM person WHERE"
                        + " username = 'canbo')")
                .executeUpdate();
        delivery.deliver(mailServer(), 50, morning);
        assertEquals(Set.of("lanhdao.tinh@example.vn", "canbo.bo@example.vn"), Set.copyOf(receivers()));
        assertEquals(1, count("DROPPED"));
    }

    @Test
    void everybodyChoosesForThemselvesAndOnlyNationalAdministratorsSeeHowTheMailGoes() {
        choose("canbo", MailChoice.How.NEVER, EnumSet.of(NoticeTopic.DUE, NoticeTopic.ROUNDS));
        assertEquals(new MailChoice(MailChoice.How.NEVER, EnumSet.of(NoticeTopic.DUE, NoticeTopic.ROUNDS)),
                choosing.mine());
        caller.actAs("canbo.bo");
        assertEquals(MailChoice.USUAL, choosing.mine());
        for (String person : List.of("canbo", "lanhdao.tinh", "canbo.bo", "thamdinh", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> choosing.state(), person);
        }
        caller.actAs("quantri");
        assertEquals(null, choosing.state().server());
        entities.createNativeQuery(
                "DELETE FROM membership WHERE person_id = (SELECT id FROM person WHERE username = 'canbo')")
                .executeUpdate();
        caller.actAs("canbo");
        List<Executable> methods = List.of(() -> choosing.mine(), () -> choosing.choose(MailChoice.USUAL),
                () -> choosing.isOn(),
                () -> choosing.state());
        methods.forEach(method -> assertThrows(BusinessException.Forbidden.class, method));
    }

    private void run(Instant now) {
        delivery.collect(now);
        delivery.deliver(mailServer(), 50, now);
    }

    /** Another round that tells provinces and ministries that it is open. */
    private void open() {
        caller.actAs("quantri");
        rounds.aRound("M" + Long.toString(System.nanoTime(), 36)).of("province", "ministry").from(due.minusDays(120))
                .until(due).opened();
        entities.createNativeQuery(
                "UPDATE assessment_round SET due_on = '2090-01-01' WHERE state IN ('OPEN', 'CLOSED') AND due_on <> ?1")
                .setParameter(1, Date.valueOf(due)).executeUpdate();
    }

    private void choose(String person, MailChoice.How how, Set<NoticeTopic> topics) {
        caller.actAs(person);
        choosing.choose(new MailChoice(how, topics));
    }

    private void address(String person, String email) {
        entities.createNativeQuery("UPDATE person SET email = ?1 WHERE username = ?2").setParameter(1, email)
                .setParameter(2, person)
                .executeUpdate();
    }

    private long count(String state) {
        return ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM mail WHERE state = ?1").setParameter(1, state)
                .getSingleResult())
                .longValue();
    }

    private List<String> receivers() throws Exception {
        return List.of(server.getReceivedMessages()).stream().map(MailDeliveryIT::receiver).toList();
    }

    /** The last letter to the person. */
    private MimeMessage to(String person) {
        return List.of(server.getReceivedMessages()).stream()
                .filter(message -> receiver(message).equals(person + "@example.vn"))
                .reduce((first, second) -> second).orElseThrow();
    }

    private static String receiver(MimeMessage message) {
        try {
            return ((InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) throws Exception {
        return (String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
    }

    private MailServer mailServer() {
        return new MailServer("127.0.0.1", server.getSmtp().getPort(), null, null, "thang@example.vn", false);
    }
}
