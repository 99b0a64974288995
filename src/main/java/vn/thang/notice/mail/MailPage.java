package vn.thang.notice.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.notice.NoticeTopic;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** What the person gets by mail, on the page of their account; and for administrators whether mail is sent at all. */
@Named
@RequestScoped
public class MailPage {

    @Inject
    private MailChoosing choosing;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage said;

    private MailChoice.How how;
    private List<String> topics;
    private MailChoosing.State state;

    /** Whether the person can be told anything. */
    public boolean isFound() {
        if ((caller.can(Permission.VIEW) || caller.can(Permission.CONTRIBUTE)) && how == null) {
            MailChoice choice = choosing.mine();
            how = choice.how();
            topics = new ArrayList<>(choice.topics().stream().map(NoticeTopic::name).toList());
        }
        return how != null;
    }

    public String save() {
        EnumSet<NoticeTopic> chosen = EnumSet.noneOf(NoticeTopic.class);
        topics.forEach(topic -> chosen.add(NoticeTopic.valueOf(topic)));
        if (!said.attempt(() -> choosing.choose(new MailChoice(how, chosen)))) {
            return null;
        }
        said.say("mail.saved");
        return "/organisation/account?faces-redirect=true";
    }

    public boolean isOn() {
        return choosing.isOn();
    }

    public MailChoosing.State getState() {
        if (state == null) {
            state = choosing.state();
        }
        return state;
    }

    public MailChoice.How[] getWays() {
        return MailChoice.How.values();
    }

    public List<String> getAllTopics() {
        return Stream.of(NoticeTopic.values()).map(NoticeTopic::name).toList();
    }

    public MailChoice.How getHow() {
        return how;
    }

    public void setHow(MailChoice.How how) {
        this.how = how;
    }

    public List<String> getTopics() {
        return topics;
    }

    public void setTopics(List<String> topics) {
        this.topics = topics;
    }
}
