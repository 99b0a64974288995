package vn.thang.notice.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;

/**
 * The server that takes letters.
 *
 * @param user     null where it asks for none
 * @param from     address of the sender
 * @param startTls whether nothing is sent before the connection is encrypted
 */
record MailServer(String host, int port, String user, String password, String from, boolean startTls) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String FOLDER = "file:";
    private static final String PATIENCE = "15000";

    /** Letters are not sent but laid into a folder: how the demonstration shows them. */
    static MailServer into(String folder, String from) {
        return new MailServer(Path.of(folder).toUri().toString(), 0, null, null, from, false);
    }

    /** Whether letters are laid into a folder. */
    boolean folder() {
        return host.startsWith(FOLDER);
    }

    /** A connection that takes several letters. */
    Transport connect() throws MessagingException {
        if (folder()) {
            return new MailFolder(session(), Path.of(URI.create(host)));
        }
        Transport transport = session().getTransport("smtp");
        transport.connect();
        return transport;
    }

    private Session session() {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", host);
        settings.put("mail.smtp.port", String.valueOf(port));
        settings.put("mail.smtp.auth", String.valueOf(user != null));
        settings.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        settings.put("mail.smtp.starttls.required", String.valueOf(startTls));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        for (String time : new String[]{"connectiontimeout", "timeout", "writetimeout"}) {
            settings.put("mail.smtp." + time, PATIENCE);
        }
        return Session.getInstance(settings, user == null ? null : new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        });
    }

    /** Sends one letter; its Message-ID is the same whenever the same one is sent again. */
    void send(Transport transport, Letter letter, String messageId, String email, String fullName, Date day)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        message.setFrom(address(from, Letter.SENDER));
        message.setRecipient(MimeMessage.RecipientType.TO, address(email, fullName));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(day);
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.settings() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.settings() + ">");
        }
        message.setHeader("Content-Language", letter.locale().getLanguage());
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        transport.sendMessage(message, message.getAllRecipients());
    }

    private static InternetAddress address(String email, String name) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(email, name, UTF_8);
            address.validate();
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException(email.toLowerCase(Locale.ROOT), e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return folder() ? host : host + ":" + port;
    }
}
