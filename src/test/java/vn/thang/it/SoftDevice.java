package vn.thang.it;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.google.gson.JsonObject;

/** A device with passkeys that Chromium makes believe in; it recognises its owner as long as it is told to. */
public final class SoftDevice {

    private final CDPSession session;
    private final String id;

    private SoftDevice(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** A device in the hands of whoever looks at this page. */
    public static SoftDevice at(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        return new SoftDevice(session,
                session.send("WebAuthn.addVirtualAuthenticator", arguments).get("authenticatorId").getAsString());
    }

    /** From now on the device takes whoever holds it for its owner, or for somebody else. */
    public void recognises(boolean owner) {
        JsonObject arguments = of();
        arguments.addProperty("isUserVerified", owner);
        session.send("WebAuthn.setUserVerified", arguments);
    }

    /** How many passkeys lie in it. */
    public int passkeys() {
        return session.send("WebAuthn.getCredentials", of()).getAsJsonArray("credentials").size();
    }

    private JsonObject of() {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        return arguments;
    }
}
