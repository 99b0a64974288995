package vn.thang.organisation.passkey;

import java.util.Base64;

/**
 * What a device has answered.
 *
 * @param json      as the browser gives it
 * @param challenge that this session has given out, and takes back with this answer; null where it has not
 * @param origin    of our pages
 * @param host      for which keys are made
 */
public record PasskeyAnswer(String json, byte[] challenge, String origin, String host) {

    /** Without what it says. */
    @Override
    public String toString() {
        return "answer at " + origin + " to "
                + (challenge == null ? "nothing" : Base64.getUrlEncoder().encodeToString(challenge));
    }
}
