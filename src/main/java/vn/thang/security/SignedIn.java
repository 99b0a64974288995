package vn.thang.security;

import java.util.List;

/** The person behind a request, with every role that holds today. */
public record SignedIn(long personId, String username, String fullName, String language, List<Grant> grants) {
}
