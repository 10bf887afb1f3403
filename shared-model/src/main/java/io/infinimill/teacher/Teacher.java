package io.infinimill.teacher;

/**
 * A model that answers chats. A call blocks its thread for as long as the model takes, so it belongs on a virtual
 * thread; an implementation is safe for use by any number of threads at once.
 */
public interface Teacher extends AutoCloseable {

    /** The model that is asked, as the teacher knows it. It is part of {@link ChatRequest#hash}. */
    String model();

    /**
     * Asks once: no retry, no cache. A reply is whatever the model said, also when it was cut off or misses the schema.
     *
     * @throws TeacherException when there is no reply; its type says why, and whether to try again
     * @throws InterruptedException if interrupted; the request is given up, though the teacher may go on with it
     */
    ChatReply ask(ChatRequest request) throws TeacherException, InterruptedException;

    /** Gives back connections or memory; requests in flight fail. */
    @Override
    void close();
}
