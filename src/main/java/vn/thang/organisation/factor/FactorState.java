package vn.thang.organisation.factor;

import java.time.Instant;

/**
 * How the second factor of a person stands.
 *
 * @param possible  whether this installation can keep one
 * @param begun     whether setting it up has begun and is not over
 * @param since     when it was confirmed; null while there is none
 * @param codesLeft how many codes on paper still hold
 */
public record FactorState(boolean possible, boolean begun, Instant since, int codesLeft) {

    public boolean held() {
        return since != null;
    }
}
