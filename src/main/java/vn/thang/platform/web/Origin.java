package vn.thang.platform.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;

/** Where a request comes from; work of the application itself comes from nowhere. */
@RequestScoped
public class Origin {

    private String address;
    private Supplier<String> session = () -> null;

    void comesFrom(String caller, Supplier<String> sessionId) {
        address = caller;
        session = sessionId;
    }

    /** Returns the address of whoever asks; null where there is no request. */
    public String address() {
        return address;
    }

    /** Returns the id of the session as it is now, which signing in changes; null where there is none. */
    public String session() {
        return session.get();
    }
}
