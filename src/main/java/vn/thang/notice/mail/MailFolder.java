package vn.thang.notice.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that takes letters as files which every mail program opens. */
class MailFolder extends Transport {

    private final Path folder;

    MailFolder(Session session, Path folder) {
        super(session, null);
        this.folder = folder;
    }

    @Override
    public void sendMessage(Message message, Address[] addresses) throws MessagingException {
        String name = message.getSentDate().getTime() + "-" + message.getHeader("Message-ID")[0];
        try {
            Files.createDirectories(folder);
            try (OutputStream file = Files
                    .newOutputStream(folder.resolve(name.replaceAll("[^0-9A-Za-z-]", "") + ".eml"))) {
                message.writeTo(file);
            }
        } catch (IOException e) {
            throw new MessagingException("The letter cannot be written to " + folder, e);
        }
    }
}
