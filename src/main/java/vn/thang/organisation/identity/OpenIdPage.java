package vn.thang.organisation.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.organisation.people.OwnPassword;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.platform.web.SitePage;
import vn.thang.security.Caller;
import vn.thang.security.SecurityEvent;
import vn.thang.security.SignedIn;
import vn.thang.security.entrance.EntrancePage;

/** The way to a provider of identities, the way back, and the question before an account there is connected. */
@Named
@RequestScoped
public class OpenIdPage {

    private static final String PLACE = "/openid.xhtml";

    @Inject
    private OwnPassword password;

    @Inject
    private OpenIdSignIn signIn;

    @Inject
    private OwnIdentities own;

    @Inject
    private PendingOpenId pending;

    @Inject
    private EntrancePage entrance;

    @Inject
    private Caller caller;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private FacesContext faces;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @Inject
    private Event<SecurityEvent> events;

    @Inject
    private SitePage site;

    private String present;

    /** Goes to the provider that the address names, or takes what it brings back. */
    public void load() throws IOException {
        String provider = request.getParameter("provider");
        String state = request.getParameter("state");
        if (faces.isPostback()) {
            return;
        }
        String[] leads = new String[1];
        if (provider != null) {
            notices.attempt(() -> leads[0] = begin(provider));
        } else if (state != null) {
            notices.attempt(() -> leads[0] = finish(state));
        } else if (request.getParameter("error") != null) {
            notices.refuse(new BusinessException("openid.refused"));
        }
        if (leads[0] != null && !faces.getResponseComplete()) {
            faces.getExternalContext().redirect(leads[0]);
        }
    }

    private String begin(String provider) {
        BegunOpenId begun = signIn.begin(provider, URI.create(site.address() + PLACE), request.getParameter("link"),
                request.getParameter("own") != null && caller.isSignedIn());
        pending.begin(begun);
        return begun.address().toString();
    }

    private String finish(String state) {
        BegunOpenId begun = pending.take(state, clock.instant())
                .orElseThrow(() -> new BusinessException("openid.late"));
        Map<String, List<String>> answer = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> answer.put(name, Arrays.asList(values)));
        Proven proven = signIn.finish(begun, answer);
        if (begun.invitation() != null || begun.own()) {
            pending.await(proven, begun.invitation(), clock.instant());
            return request.getContextPath() + PLACE;
        }
        try {
            return enter(signIn.signIn(proven), proven);
        } catch (BusinessException refusal) {
            events.fire(new SecurityEvent.SignInFailed(proven.issuer() + " " + proven.subject()));
            throw refusal;
        }
    }

    private String enter(SignedIn person, Proven proven) {
        return entrance.enter(person, proven.way()) ? null : request.getContextPath() + "/login.xhtml";
    }

    /** Connects the account that waits, to the person who is signed in or whom the invitation names. */
    public String connect() {
        PendingOpenId.Waiting waiting = pending.waiting(clock.instant()).orElse(null);
        if (waiting == null) {
            notices.refuse(new BusinessException("openid.late"));
            return null;
        }
        if (waiting.invitation() == null) {
            if (!notices.attempt(() -> own.connect(waiting.proven(), present))) {
                return null;
            }
            pending.end();
            notices.say("openid.connected");
            return "/organisation/account?faces-redirect=true";
        }
        SignedIn[] person = new SignedIn[1];
        if (notices.attempt(() -> person[0] = signIn.accept(waiting.invitation(), waiting.proven()))) {
            pending.end();
            return entrance.enter(person[0], waiting.proven().way()) ? null : "/login?faces-redirect=true";
        }
        return null;
    }

    /** Whether an account waits to be connected. */
    public boolean isWaiting() {
        return pending.waiting(clock.instant()).isPresent();
    }

    /** What the provider calls the account that waits. */
    public String getShown() {
        return pending.waiting(clock.instant()).map(one -> one.proven().shown()).orElse(null);
    }

    /** What people call the provider of the account that waits. */
    public String getProvider() {
        return pending.waiting(clock.instant()).map(one -> signIn.label(one.proven().provider(), language.getCode()))
                .orElse(null);
    }

    /** To whom it is connected. */
    public String getUsername() {
        return pending.waiting(clock.instant()).flatMap(one -> one.invitation() == null
                ? caller.signedIn().map(SignedIn::username) : signIn.invited(one.invitation())).orElse(null);
    }

    /** Whether the password is asked for. */
    public boolean isAsked() {
        return pending.waiting(clock.instant()).filter(one -> one.invitation() == null).isPresent()
                && password.isAsked();
    }

    public List<OpenIdSignIn.Offer> getOffers() {
        return signIn.offers(language.getCode());
    }

    /** The address at which somebody signs out of this provider too; null where there is none. */
    public String goodbye(String provider) {
        return provider == null ? null : signIn.goodbye(provider).map(place -> place
                + (place.getQuery() == null ? "?" : "&") + "client_id=" + encoded(signIn.clientId(provider))
                + "&post_logout_redirect_uri=" + encoded(site.address() + "/login.xhtml")).orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }
}
