package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.platform.list.ListFile;

/** The letters that no mail server took as a file. */
@ApplicationScoped
class FailedMailsFile implements ListFile {

    @Inject
    private FailedMails mails;

    @Override
    public String name() {
        return "failed-mails";
    }

    @Override
    public Content<FailedMails.Letter> content(Asked asked) {
        return new Content<>(asked.text("mail.failed"),
                mails.list(asked.of("q"), asked.whole(LetterOrder.values())).rows(),
                List.of(new Column<>(asked.text("mail.recipient"), 30, FailedMails.Letter::fullName),
                        new Column<>(asked.text("organisation.person.email"), 34, FailedMails.Letter::email),
                        new Column<>(asked.text("mail.tried"), 20, FailedMails.Letter::lastAt),
                        new Column<>(asked.text("work.failure"), 80, FailedMails.Letter::fault)));
    }
}
