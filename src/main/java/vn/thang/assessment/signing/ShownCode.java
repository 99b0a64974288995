package vn.thang.assessment.signing;

import vn.thang.organisation.passkey.PasskeyAnswer;
import vn.thang.security.Whence;

/**
 * A second factor as somebody shows it who signs.
 *
 * @param passkey what a device has answered in place of a code; null where none was asked
 */
public record ShownCode(String code, Whence whence, PasskeyAnswer passkey) {

    /** Without the code. */
    @Override
    public String toString() {
        return "code from " + whence.address();
    }
}
