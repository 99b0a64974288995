package vn.thang.notice.mail;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** The letters that no mail server took, of which those that are chosen are sent again. */
@Named
@ViewScoped
public class FailedMailsPage extends ListPage<FailedMails.Letter, LetterOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private FailedMails mails;

    @Inject
    private NoticePage said;

    @Override
    protected List<String> filters() {
        return List.of("q");
    }

    @Override
    protected LetterOrder[] orders() {
        return LetterOrder.values();
    }

    @Override
    protected Slice<FailedMails.Letter> cut(Cut<LetterOrder> cut) {
        return mails.list(getAsked().get("q"), cut);
    }

    @Override
    protected Object key(FailedMails.Letter letter) {
        return letter.id();
    }

    /** Lets the chosen letters wait to be sent again. */
    public void again() {
        int chosen = getSelected().size();
        if (said.attempt(
                () -> mails.again(getSelected().stream().map(FailedMails.Letter::id).collect(Collectors.toSet())))) {
            said.say("mail.again-said", chosen);
            getSelected().clear();
        }
    }
}
