package io.infinimill.dataset.intake;

import java.util.ArrayList;
import java.util.List;

/** What one poll brought, in its order. */
record Batch(List<Outcome> outcomes, List<VerifiedTemplate> templates, List<DeadLetter> deadLetters) {

    Batch() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
