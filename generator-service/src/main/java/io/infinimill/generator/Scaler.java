package io.infinimill.generator;

import io.infinimill.model.Template;
import java.util.stream.Stream;

/** Makes any number of instances of a verified template, without a teacher. */
public interface Scaler {

    /**
     * The instances of a template: lazy, always the same for the same template, no two alike, the seed's own numbers
     * first. The stream ends when the template is exhausted; {@code skip} resumes where an earlier reader stopped.
     */
    Stream<Instance> instances(Template template);
}
