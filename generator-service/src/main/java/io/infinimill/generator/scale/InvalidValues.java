package io.infinimill.generator.scale;

import java.util.List;

/** Numbers from which no instance can be made: missing, unknown, mistyped, or dividing by zero. */
public final class InvalidValues extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    InvalidValues(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence per fault, with the name of the variable. */
    public List<String> faults() {
        return faults;
    }
}
