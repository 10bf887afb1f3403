package io.infinimill.generator.teacher;

/** The job's budget does not allow another request. */
public final class BudgetSpent extends Exception {

    private static final long serialVersionUID = 1L;

    BudgetSpent(String message) {
        super(message);
    }
}
