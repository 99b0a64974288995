package vn.thang.platform;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds the refusal of a use case in what a page, a transaction or the platform wrapped it in. */
final class Refusal {

    private static final int DEEPEST = 20;

    private Refusal() {
    }

    static Optional<BusinessException> in(Throwable thrown) {
        return causes(thrown).filter(BusinessException.class::isInstance).map(BusinessException.class::cast)
                .findFirst();
    }

    /** What was thrown and its causes, the outermost first. */
    static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
    }
}
