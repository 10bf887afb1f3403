package io.infinimill.generator;

import io.infinimill.model.Template;
import java.util.stream.Stream;

/** Makes instances of a template. Pure: it runs no program; the step executes what comes back. */
public interface Scaler {

    /**
     * Distinct instances, always the same ones in the same order, the seed's own numbers first; lazy. It ends when there
     * are no more, or at the operator's limit.
     */
    Stream<Instance> instances(Template template);
}
