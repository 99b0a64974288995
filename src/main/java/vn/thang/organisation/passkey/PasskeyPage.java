package vn.thang.organisation.passkey;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.thang.organisation.people.OwnPassword;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.platform.web.SitePage;
import vn.thang.security.Caller;
import vn.thang.security.SecurityEvent;
import vn.thang.security.SignedIn;
import vn.thang.security.entrance.EntrancePage;
import vn.thang.security.session.Way;

/** What pages ask devices for, and what those answer; the script passkey.js carries both. */
@Named
@RequestScoped
public class PasskeyPage {

    /** By which way somebody came, for the trail. */
    public static final String WAY = "passkey";
    private static final int MOST = 20_000;

    @Inject
    private OwnPassword password;

    @Inject
    private PasskeyProof proof;

    @Inject
    private OwnPasskeys own;

    @Inject
    private PendingPasskey pending;

    @Inject
    private SitePage site;

    @Inject
    private EntrancePage entrance;

    @Inject
    private Caller caller;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private Event<SecurityEvent> events;

    @Inject
    private Clock clock;

    private String json;
    private String name;
    private String present;
    private byte[] handle;
    private List<PasskeyLine> list;
    private PendingPasskey.Given given;

    /** What a page of signing in asks for: any passkey that a device has for us. */
    public String getAsked() {
        return asked(List.of());
    }

    /** What is asked of the person who is signed in: one of their own passkeys. */
    public String getAskedOfMe() {
        return asked(proof.credentials(caller.personId()));
    }

    private String asked(List<byte[]> credentials) {
        return Json.createObjectBuilder().add("challenge", PendingPasskey.name(challenge().challenge()))
                .add("rpId", site.host()).add("userVerification", "required").add("allowCredentials", keys(credentials))
                .build().toString();
    }

    /** What a new passkey of the person who is signed in is made from. */
    public String getMaking() {
        return making(own.named());
    }

    /** Likewise for whom an invitation names; null when it is over. */
    public String makingFor(String invitation) {
        return proof.invited(invitation).map(this::making).orElse(null);
    }

    private String making(PasskeyProof.Named person) {
        PendingPasskey.Given one = challenge();
        JsonArrayBuilder kinds = Json.createArrayBuilder();
        PasskeyCheck.algorithms()
                .forEach(kind -> kinds.add(Json.createObjectBuilder().add("type", "public-key").add("alg", kind)));
        return Json.createObjectBuilder().add("challenge", PendingPasskey.name(one.challenge()))
                .add("rp", Json.createObjectBuilder().add("id", site.host()).add("name", "Thang"))
                .add("user",
                        Json.createObjectBuilder()
                                .add("id", PendingPasskey.name(proof.handle(person.id()).orElse(one.handle())))
                                .add("name", person.username()).add("displayName", person.fullName()))
                .add("pubKeyCredParams", kinds).add("attestation", "none")
                .add("authenticatorSelection", Json.createObjectBuilder().add("residentKey", "required")
                        .add("requireResidentKey", true).add("userVerification", "required"))
                .add("excludeCredentials", keys(proof.credentials(person.id()))).build().toString();
    }

    private static JsonArrayBuilder keys(List<byte[]> credentials) {
        JsonArrayBuilder keys = Json.createArrayBuilder();
        for (byte[] credential : credentials) {
            JsonObjectBuilder key = Json.createObjectBuilder().add("type", "public-key").add("id",
                    PendingPasskey.name(credential));
            keys.add(key);
        }
        return keys;
    }

    private PendingPasskey.Given challenge() {
        if (given == null) {
            given = pending.give(clock.instant());
        }
        return given;
    }

    /** Takes what a device has answered, with the challenge of this session that it answers to. */
    public PasskeyAnswer answer(String answered) {
        Optional<PendingPasskey.Given> one = pending.take(challengeOf(answered), clock.instant());
        handle = one.map(PendingPasskey.Given::handle).orElse(null);
        return new PasskeyAnswer(answered, one.map(PendingPasskey.Given::challenge).orElse(null), site.origin(),
                site.host());
    }

    private static String challengeOf(String answered) {
        if (answered == null || answered.length() > MOST) {
            return "";
        }
        try (var reader = Json.createReader(new StringReader(answered))) {
            byte[] client = Base64.getUrlDecoder()
                    .decode(reader.readObject().getJsonObject("response").getString("clientDataJSON"));
            try (var inner = Json.createReader(new ByteArrayInputStream(client))) {
                JsonObject said = inner.readObject();
                return said.getString("challenge", "");
            }
        } catch (JsonException | IllegalStateException | IllegalArgumentException | ClassCastException
                | NullPointerException e) {
            return ""; // no answer of a device at all
        }
    }

    /** Lets in whose passkey has answered: it shows all that is asked for. */
    public void signIn() {
        boolean in = notices.attempt(() -> entrance.letIn(proof.signIn(answer(json)), Way.of(WAY)));
        if (!in) {
            events.fire(new SecurityEvent.SignInFailed(WAY));
        }
    }

    /** Makes the passkey of whom the invitation names. */
    public void accept(String invitation) {
        SignedIn[] person = new SignedIn[1];
        if (notices.attempt(() -> {
            PasskeyAnswer made = answer(json);
            person[0] = proof.accept(invitation, handle, made, language.text("passkey.first-name"));
        })) {
            entrance.letIn(person[0], Way.of(WAY));
        }
    }

    public String add() {
        if (!notices.attempt(() -> {
            PasskeyAnswer made = answer(json);
            own.add(handle, made, name, present);
        })) {
            return null;
        }
        notices.say("passkey.added");
        return "/organisation/account?faces-redirect=true";
    }

    public String remove(long id) {
        if (!notices.attempt(() -> own.remove(id))) {
            return null;
        }
        notices.say("passkey.removed");
        return "/organisation/account?faces-redirect=true";
    }

    public List<PasskeyLine> getList() {
        if (list == null) {
            list = own.list();
        }
        return list;
    }

    public boolean isPasswordAsked() {
        return password.isAsked();
    }

    public String getJson() {
        return null; // an answer is sent once
    }

    public void setJson(String json) {
        this.json = json;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }
}
