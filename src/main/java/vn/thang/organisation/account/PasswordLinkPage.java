package vn.thang.organisation.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;

/** Where a link of a letter leads: the person sets the password. */
@Named
@RequestScoped
public class PasswordLinkPage {

    @Inject
    private PasswordLinks links;

    @Inject
    private NoticePage notices;

    private String secret;
    private String username;
    private String wanted;
    private String repeated;

    /** Opening the page ends no link: programs open the links of letters before people do. */
    public void load() {
        username = links.holder(secret).orElse(null);
    }

    public String set() {
        boolean done = notices.attempt(() -> {
            if (wanted == null || !wanted.equals(repeated)) {
                throw new BusinessException("organisation.password.repeat");
            }
            links.set(secret, wanted);
        });
        return done ? "/login?faces-redirect=true&set=1" : null;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getUsername() {
        return username;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
