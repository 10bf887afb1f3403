package io.infinimill.teacher;

/** Asks a teacher only what the cache does not know, and returns a reply once it is kept. */
public record CachedTeacher(Teacher teacher, ReplyCache cache) implements Teacher {

    @Override
    public String model() {
        return teacher.model();
    }

    @Override
    public ChatReply ask(ChatRequest request) throws TeacherException, InterruptedException {
        var hash = request.hash(model());
        var known = cache.find(hash);
        if (known.isPresent()) {
            return known.get();
        }
        var reply = teacher.ask(request);
        cache.store(hash, reply);
        return reply;
    }

    @Override
    public void close() {
        teacher.close();
    }
}
