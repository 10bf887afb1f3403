package io.infinimill.generator.teacher;

/** A job asks for a teacher that this process does not have: it was configured when the job was submitted. */
public final class UnknownTeacher extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownTeacher(String message) {
        super(message);
    }
}
