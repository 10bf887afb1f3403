package io.infinimill.testing;

/** Where servers are started. */
final class Containers {

    private Containers() {}

    static boolean wanted() {
        return Boolean.getBoolean("infinimill.containers");
    }
}
