package io.infinimill.dataset.version;

import io.infinimill.dataset.archive.Key;
import java.util.UUID;

/**
 * The hash of a set of samples: the sum, modulo 2^128, of the first 128 bits of the SHA-256 of each sample's event. A sum
 * has no order, so equal sets agree however they were gathered. It guards against mistakes and stale caches, not against someone
 * who crafts samples to collide.
 */
final class ContentHash {

    private long high;
    private long low;

    void add(UUID content) {
        long sum = low + content.getLeastSignificantBits();
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        low = sum;
        high += content.getMostSignificantBits() + carry;
    }

    /** 32 hex digits. */
    String hex() {
        return Key.hex(new UUID(high, low));
    }
}
