package io.infinimill.teacher;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * The threads on which a model in this process computes, one for each request that is worked on at once. Native calls hold
 * the thread that makes them, which must not be the carrier of virtual ones.
 */
public final class ModelThreads implements AutoCloseable {

    private final ModelSettings settings;
    private final ExecutorService threads;

    /** What a model does for one request. */
    @FunctionalInterface
    public interface Work {

        /** @param givenUp whether nobody waits for the reply any more; worth asking before each token */
        ChatReply reply(BooleanSupplier givenUp) throws TeacherException;
    }

    public ModelThreads(ModelSettings settings) {
        this.settings = settings;
        threads = Executors.newFixedThreadPool(
                settings.slots(), Thread.ofPlatform().daemon().name("model-", 0).factory());
    }

    /**
     * Waits for the work's reply to a request.
     *
     * @throws TeacherException as the work throws it; refused for an image, which these models cannot see; unavailable for
     *     any other failure
     */
    public ChatReply run(ChatRequest request, Work work) throws TeacherException, InterruptedException {
        if (request.hasImages()) {
            throw TeacherException.Refused.onlyThis("the model reads text and sees no image");
        }
        var givenUp = new AtomicBoolean();
        var reply = threads.submit(() -> work.reply(givenUp::get));
        try {
            return reply.get();
        } catch (InterruptedException e) {
            givenUp.set(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TeacherException failure) {
                throw failure;
            }
            throw new TeacherException.Unavailable(settings.model() + ": " + e.getCause(), e.getCause());
        }
    }

    /** Waits a minute for what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            var _ = threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
