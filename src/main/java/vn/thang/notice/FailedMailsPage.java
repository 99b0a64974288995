package vn.thang.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.web.NoticePage;

/** The letters that failed, on the page of all long work. */
@Named
@RequestScoped
public class FailedMailsPage {

    @Inject
    private FailedMails mails;

    @Inject
    private NoticePage said;

    private List<FailedMails.Letter> list;

    public List<FailedMails.Letter> getList() {
        if (list == null) {
            list = mails.list();
        }
        return list;
    }

    public String again(long id) {
        if (!said.attempt(() -> mails.again(id))) {
            return null;
        }
        said.say("work.started-again");
        return "/work/jobs?faces-redirect=true";
    }
}
