package io.infinimill.operator;

import java.util.List;

/** An operator as users see it. */
public record OperatorDescription(String operator, String stage, String purpose, List<Parameter> parameters) {

    /** @param type {@code integer}, {@code number}, {@code boolean}, {@code string} or {@code list of strings} */
    public record Parameter(String name, String type, String purpose) {}
}
