package vn.thang.notice.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.notice.NoticeKind;
import vn.thang.notice.NoticeLine;
import vn.thang.platform.Texts;

/** Letters as a real server takes them. */
class LetterTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    private static final String ADDRESS = "https://thang.example.vn";
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final List<NoticeLine> LINES = List.of(
            new NoticeLine(7, NoticeKind.DUE, 42, "15", "Tỉnh Lào Cai", "Lao Cai Province", false, "2026", "Đợt 2026",
                    "ANSWERING",
                    DUE, null, NOW,
                    null),
            new NoticeLine(8, NoticeKind.RETURNED, 42, "15", "Sở <Nội vụ> & \"Lao động\"", null, false, "2026",
                    "Đợt 2026",
                    null,
                    DUE,
                    "3", NOW, null));

    private GreenMail server;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vi | Thang: 2 thông báo mới     | Kính gửi Nguyễn Thị Minh, | Tự đánh giá và nộp đến hạn ngày 31/12/2026.
            en | Thang: 2 new notices       | Dear Nguyễn Thị Minh,     | Answering and submission is due on 31/12/2026.
            de | Thang: 2 neue Mitteilungen | Guten Tag Nguyễn Thị Minh, | Beantworten und Einreichen ist am 31.12.2026 fällig.
            """)
    void aDigestIsInTheLanguageOfThePersonAsTextAndAsHtml(String language, String subject, String greeting, String due)
            throws Exception {
        MimeMessage message = sent(Letter.of(LINES, "Nguyễn Thị Minh", Texts.language(language), ADDRESS));
        assertEquals(subject, message.getSubject());
        assertEquals("Nguyễn Thị Minh <minh@example.vn>", MimeUtility.decodeText(message.getHeader("To", ",")));
        assertEquals(language, message.getHeader("Content-Language", null));
        MimeMultipart parts = (MimeMultipart) message.getContent();
        String text = (String) parts.getBodyPart(0).getContent();
        String html = (String) parts.getBodyPart(1).getContent();
        for (String part : List.of(text, html)) {
            assertTrue(part.contains(greeting), part);
            assertTrue(part.contains(due), part);
            assertTrue(part.contains(ADDRESS + "/notice/index.xhtml?open=7"), part);
            assertTrue(part.contains(ADDRESS + "/organisation/account.xhtml#mail"), part);
        }
        assertTrue(
                parts.getBodyPart(0).getContentType().toLowerCase(Locale.ROOT).startsWith("text/plain; charset=utf-8"));
        assertTrue(
                parts.getBodyPart(1).getContentType().toLowerCase(Locale.ROOT).startsWith("text/html; charset=utf-8"));
        assertTrue(html.contains("Sở &lt;Nội vụ&gt; &amp; &quot;Lao động&quot;"), html);
    }

    @Test
    void headersAreEncodedAndTheMessageIdStays() throws Exception {
        Letter letter = Letter.of(LINES, "Nguyễn Thị Minh", Texts.language("vi"), ADDRESS);
        sent(letter);
        MimeMessage message = sent(letter);
        assertEquals("<thang.5.7@thang.example.vn>", message.getMessageID());
        assertEquals("<thang.5.7@thang.example.vn>", server.getReceivedMessages()[0].getMessageID());
        assertEquals("<" + ADDRESS + "/organisation/account.xhtml#mail>", message.getHeader("List-Unsubscribe", null));
        assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
        Collections.list(message.getAllHeaderLines()).forEach(line -> assertTrue(
                StandardCharsets.US_ASCII.newEncoder().canEncode(line), line));
        assertTrue(message.getHeader("Subject", null).startsWith("=?UTF-8?"));
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndTakesNothingWithIt() throws Exception {
        MailServer mail = mailServer();
        Letter letter = Letter.of(LINES, "Minh", Texts.language("vi"), ADDRESS);
        try (Transport transport = mail.connect()) {
            assertThrows(MessagingException.class,
                    () -> mail.send(transport, letter, "<1@x>", "không phải@@địa chỉ", "Minh",
                            Date.from(NOW)));
            assertThrows(MessagingException.class,
                    () -> mail.send(transport, letter, "<1@x>", "a@b.vn\r\nBcc: c@d.vn", "Minh",
                            Date.from(NOW)));
            mail.send(transport, letter, "<2@x>", "minh@example.vn", "Minh\r\nBcc: c@d.vn", Date.from(NOW));
        }
        assertEquals(1, server.getReceivedMessages().length);
        assertFalse(server.getReceivedMessages()[0].getAllRecipients().length > 1);
    }

    @Test
    void aServerThatAsksForEncryptionIsNotSentToWithoutIt() {
        assertThrows(MessagingException.class, () -> new MailServer("127.0.0.1", server.getSmtp().getPort(), null, null,
                "thang@example.vn", true).connect());
        assertEquals("127.0.0.1:25",
                new MailServer("127.0.0.1", 25, "thang", "secret", "thang@example.vn", true).toString());
    }

    @ParameterizedTest
    @CsvSource({"DUE, false, /assessment/edit.xhtml?assessment=42",
            "HANDED_IN_AGAIN, true, /assessment/judge.xhtml?assessment=42",
            "EXEMPTION_REFUSED, false, /assessment/edit.xhtml?assessment=42&criterion=STR.4",
            "ROUND_CLOSED, false, /index.xhtml",
            "ROUND_CLOSED, true, /assessment/round.xhtml?code=2026",
            "STAGE_LATE, true, /assessment/round.xhtml?code=2026",
            "REVIEW_DUE, true, /assessment/queue.xhtml", "ROUND_PUBLISHED, false, /dashboard/index.xhtml?round=2026",
            "PLAN_OFFERED, false, /matter/plan.xhtml?agency=15"})
    void everyNoticeLeadsToThePlaceConcerned(NoticeKind kind, boolean national, String place) {
        assertEquals(place,
                new NoticeLine(7, kind, 42, "15", "x", null, national, "2026", "x", null, null, "STR.4", NOW, null)
                        .place());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "4, 8", "9, 256", "10, 360", "60, 360"})
    void pausesGrowUpToSixHours(int attempts, long minutes) {
        assertEquals(minutes, Outbox.pause(attempts).toMinutes());
    }

    private MimeMessage sent(Letter letter) throws MessagingException {
        try (Transport transport = mailServer().connect()) {
            mailServer().send(transport, letter, "<thang.5.7@thang.example.vn>", "minh@example.vn", "Nguyễn Thị Minh",
                    Date.from(NOW));
        }
        MimeMessage[] all = server.getReceivedMessages();
        return all[all.length - 1];
    }

    private MailServer mailServer() {
        return new MailServer("127.0.0.1", server.getSmtp().getPort(), null, null, "thang@example.vn", false);
    }
}
