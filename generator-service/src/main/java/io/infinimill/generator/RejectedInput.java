package io.infinimill.generator;

import java.util.concurrent.Callable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** Work failed because of what it was given, so trying the same again would not help. */
final class RejectedInput extends Exception {

    private static final long serialVersionUID = 1L;

    private RejectedInput(Throwable cause) {
        super(cause.toString(), cause);
    }

    /** Runs work; a failure of the database passes through, because it may heal, unless it is about a value. */
    static <T> T guard(Callable<T> work) throws RejectedInput, InterruptedException {
        try {
            return work.call();
        } catch (DataIntegrityViolationException e) {
            throw new RejectedInput(e);
        } catch (DataAccessException | InterruptedException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new RejectedInput(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
