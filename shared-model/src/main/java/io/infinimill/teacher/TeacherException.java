package io.infinimill.teacher;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There is no reply, and the type says why. Messages never hold a key or a prompt. */
public abstract sealed class TeacherException extends Exception {

    private static final long serialVersionUID = 1;

    private TeacherException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same request can succeed later. */
    public abstract boolean retriable();

    /** The teacher has too much to do, or the caller has used up its rate: ask later, and less. */
    public static final class Overloaded extends TeacherException {

        private static final long serialVersionUID = 1;

        private final @Nullable Duration retryAfter;

        public Overloaded(String message, @Nullable Duration retryAfter) {
            super(message, null);
            this.retryAfter = retryAfter;
        }

        /** How long the teacher asks to be left alone, if it said so. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }

        @Override
        public boolean retriable() {
            return true;
        }
    }

    /** The teacher cannot be reached, lost the connection or failed by itself (5xx). */
    public static final class Unavailable extends TeacherException {

        private static final long serialVersionUID = 1;

        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public boolean retriable() {
            return true;
        }
    }

    /** No complete reply in time. The teacher may have done the work, and charge for it. */
    public static final class TimedOut extends TeacherException {

        private static final long serialVersionUID = 1;

        public TimedOut(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public boolean retriable() {
            return true;
        }
    }

    /** The teacher will never answer this request: a bad request, a wrong key, an unknown model, too long a prompt. */
    public static final class Refused extends TeacherException {

        private static final long serialVersionUID = 1;

        private final boolean onlyThis;

        private Refused(String message, boolean onlyThis) {
            super(message, null);
            this.onlyThis = onlyThis;
        }

        /** It would refuse any other request as well: the key, the model or the account is at fault. */
        public static Refused any(String message) {
            return new Refused(message, false);
        }

        /** This request is at fault, and another may be answered. */
        public static Refused onlyThis(String message) {
            return new Refused(message, true);
        }

        public boolean isOnlyThis() {
            return onlyThis;
        }

        @Override
        public boolean retriable() {
            return false;
        }
    }

    /** What came back is no reply of a teacher, such as a cut-off body or the page of a proxy. */
    public static final class Unreadable extends TeacherException {

        private static final long serialVersionUID = 1;

        public Unreadable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public boolean retriable() {
            return true;
        }
    }
}
