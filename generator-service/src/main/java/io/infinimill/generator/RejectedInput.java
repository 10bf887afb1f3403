package io.infinimill.generator;

import java.util.concurrent.Callable;

/** Work failed because of what it was given, so trying the same again would not help. */
final class RejectedInput extends Exception {

    private static final long serialVersionUID = 1L;

    private RejectedInput(Throwable cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }

    /** Runs work; an {@linkplain Outage outage} passes through. */
    static <T> T guard(Callable<T> work) throws RejectedInput, InterruptedException {
        try {
            return work.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            if (Outage.is(e)) {
                throw e;
            }
            throw new RejectedInput(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
