package io.infinimill.generator.teacher;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.dao.DataAccessResourceFailureException;

/** What a thread that reads or writes the database for many others has for one of them. */
final class Awaited {

    private Awaited() {}

    /** Waits for it; throws what the thread met instead. */
    static <T> T join(CompletableFuture<T> awaited) {
        try {
            return awaited.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Says to one who waits that nothing comes any more; another generator takes the work. */
    static void stop(CompletableFuture<?> awaited) {
        awaited.completeExceptionally(new DataAccessResourceFailureException("the generator stops"));
    }
}
