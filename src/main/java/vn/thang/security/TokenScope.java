package vn.thang.security;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far a token reaches: it reads, at and below one agency, and only what the person behind it may read there.
 *
 * @param token  its id
 * @param rights what it lets read
 * @param path   of the agency at which it begins
 */
public record TokenScope(long token, Set<TokenRight> rights, String path) {

    public TokenScope {
        rights = Set.copyOf(rights);
    }

    /** Whether anything that needs this permission can be done by the token. */
    boolean allows(Permission permission) {
        return switch (permission) {
            case VIEW, EXPORT -> true;
            case VIEW_RESTRICTED -> rights.contains(TokenRight.RESTRICTED);
            case ANSWER, CONTRIBUTE, HAND_IN, SIGN, REVIEW, DECIDE, PUBLISH, ASK, RECOMMEND, MEET, ADMINISTER,
                    READ_TRAIL ->
                false;
        };
    }

    /** Whether the token reaches the agency with this path. */
    boolean covers(String agencyPath) {
        return agencyPath.startsWith(path);
    }

    /** Returns of these parts of the tree what lies within reach of the token. */
    List<String> within(List<String> subtrees) {
        return subtrees.stream().map(this::within).filter(Objects::nonNull).distinct().toList();
    }

    private String within(String subtree) {
        return Stream.of(subtree).filter(this::covers).findFirst().orElse(path.startsWith(subtree) ? path : null);
    }
}
