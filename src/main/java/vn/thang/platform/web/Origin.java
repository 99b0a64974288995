package vn.thang.platform.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;
import vn.thang.platform.Sha256;

/** Where a request comes from, and long work from where it was asked for; work of the application itself comes from nowhere. */
@RequestScoped
public class Origin {

    private String address;
    private Supplier<String> session = () -> null;

    public void comesFrom(String caller, Supplier<String> sessionId) {
        address = caller;
        session = () -> {
            String id = sessionId.get();
            return id == null ? null : Sha256.hex(id);
        };
    }

    /** Goes on from where work was asked for. */
    public void goesOn(String from, String sessionHash) {
        address = from;
        session = () -> sessionHash;
    }

    /** Returns the address of whoever asks; null where there is no request. */
    public String address() {
        return address;
    }

    /** Returns the hash of the id of the session as it is now, which signing in changes; null where there is none. */
    public String session() {
        return session.get();
    }
}
