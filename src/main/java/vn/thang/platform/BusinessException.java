package vn.thang.platform;

import jakarta.ejb.ApplicationException;

/**
 * A refusal that a person can act on. It carries a key of the texts and its arguments, never a sentence, so that the
 * door can say it in the language of the person.
 */
@ApplicationException(rollback = true)
public class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    public BusinessException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    public String key() {
        return key;
    }

    /** The status of HTTP that says what kind of refusal it is. */
    public int status() {
        return 400;
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }

    /** The thing asked for does not exist. */
    public static class NotFound extends BusinessException {
        private static final long serialVersionUID = 1L;

        public NotFound(String key, Object... arguments) {
            super(key, arguments);
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** The person may not do this here, or is not signed in. */
    public static class Forbidden extends BusinessException {
        /** The refusal of somebody who is not signed in. */
        public static final String SIGN_IN = "security.sign-in";
        private static final long serialVersionUID = 1L;

        public Forbidden(String key, Object... arguments) {
            super(key, arguments);
        }

        @Override
        public int status() {
            return key().equals(SIGN_IN) ? 401 : 403;
        }
    }

    /** Somebody asks more often than is allowed. */
    public static class TooOften extends BusinessException {
        private static final long serialVersionUID = 1L;
        private final long seconds;

        /** @param seconds until there is room for the next request */
        public TooOften(String key, long seconds) {
            super(key, seconds);
            this.seconds = seconds;
        }

        public long seconds() {
            return seconds;
        }

        @Override
        public int status() {
            return 429;
        }
    }

    /** Somebody else changed the thing in the meantime. */
    public static class Conflict extends BusinessException {
        private static final long serialVersionUID = 1L;

        public Conflict(String key, Object... arguments) {
            super(key, arguments);
        }

        @Override
        public int status() {
            return 409;
        }
    }
}
