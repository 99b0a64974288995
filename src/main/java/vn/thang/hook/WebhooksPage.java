package vn.thang.hook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.thang.platform.web.NoticePage;

/** Addresses that are told of events. */
@Named
@RequestScoped
public class WebhooksPage {

    @Inject
    private WebhookAdministration administration;

    @Inject
    private NoticePage notices;

    private List<Webhook> list;
    private String address;
    private List<String> topics = new ArrayList<>(List.of(Topic.PUBLICATION.name()));
    private String secret;

    public void load() {
        list = notices.found(administration::list);
    }

    /** Shows the key on this very page, since nothing may keep it until the next one. */
    public String make() {
        Set<Topic> chosen = EnumSet.noneOf(Topic.class);
        topics.forEach(topic -> chosen.add(Topic.valueOf(topic)));
        if (notices.attempt(() -> secret = administration.make(address, chosen))) {
            address = null;
        }
        return null;
    }

    public String end(long id) {
        if (!notices.attempt(() -> administration.end(id))) {
            return null;
        }
        notices.say("hook.ended");
        return "/hook/index?faces-redirect=true";
    }

    public List<Webhook> getList() {
        if (list == null) {
            load();
        }
        return list;
    }

    public List<String> getAllTopics() {
        return Stream.of(Topic.values()).map(Topic::name).toList();
    }

    /** The key of the address that was just made; null otherwise. */
    public String getSecret() {
        return secret;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public List<String> getTopics() {
        return topics;
    }

    public void setTopics(List<String> topics) {
        this.topics = topics;
    }
}
