package vn.thang.core.scoring;

import java.util.Optional;

/**
 * One criterion raised on a path.
 *
 * @param from   the answer as it is; empty while unanswered
 * @param to     the answer it has to become
 * @param effort of all steps between them
 */
public record Raise(String code, Optional<Answer> from, Answer to, int effort) {
}
