package io.infinimill.filter;

/** Which sample was first with a fingerprint. */
@FunctionalInterface
interface Claims {

    /** The sample that has the fingerprint: the first that claimed it, which may be this one, now or before. */
    String claim(String fingerprint, String sampleId);
}
