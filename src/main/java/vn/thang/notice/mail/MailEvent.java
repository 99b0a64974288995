package vn.thang.notice.mail;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done with a letter. */
public sealed interface MailEvent extends DomainEvent {

    /** A letter that failed waits to be sent again. */
    record MailSentAgain(long mail) implements MailEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("send-again", "mail", mail, null, null));
        }
    }
}
