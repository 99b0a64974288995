package vn.thang.assessment.signing;

import vn.thang.security.Whence;

/** A code of a second factor as somebody gives it who signs. */
public record ShownCode(String code, Whence whence) {

    /** Without the code. */
    @Override
    public String toString() {
        return "code from " + whence.address();
    }
}
