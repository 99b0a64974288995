package vn.thang.security;

import java.time.Instant;
import java.util.List;

/**
 * The person behind a request, with every role that holds today.
 *
 * @param credentialsAt when the password was set last; null where that is not known
 */
public record SignedIn(long personId, String username, String fullName, String language, Instant credentialsAt,
        List<Grant> grants) {
}
