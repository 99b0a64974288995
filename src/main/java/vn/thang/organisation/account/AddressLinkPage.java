package vn.thang.organisation.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.platform.web.NoticePage;

/** Where the link of a letter leads that asks whether it has come to the right address. */
@Named
@RequestScoped
public class AddressLinkPage {

    @Inject
    private AddressLinks links;

    @Inject
    private NoticePage notices;

    private String secret;
    private boolean done;

    /** The address that is confirmed; null when the link is over. Opening the page confirms nothing. */
    public String getWanted() {
        return links.wanted(secret).orElse(null);
    }

    public void confirm() {
        done = notices.attempt(() -> links.confirm(secret));
    }

    public boolean isDone() {
        return done;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }
}
