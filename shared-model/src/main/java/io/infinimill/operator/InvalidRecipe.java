package io.infinimill.operator;

import java.util.List;

/** A recipe names an operator or a parameter that does not exist, or gives one a value it refuses. */
public final class InvalidRecipe extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    public InvalidRecipe(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One message per fault, each with the names and values and what is known. */
    public List<String> faults() {
        return faults;
    }
}
