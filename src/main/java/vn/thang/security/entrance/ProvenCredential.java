package vn.thang.security.entrance;

import jakarta.security.enterprise.credential.Credential;

/** Somebody who has shown all that signing in asks for: only the page of signing in says so. */
final class ProvenCredential implements Credential {

    private final String username;

    ProvenCredential(String username) {
        this.username = username;
    }

    String username() {
        return username;
    }
}
