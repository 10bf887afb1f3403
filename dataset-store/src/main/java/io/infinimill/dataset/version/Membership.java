package io.infinimill.dataset.version;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set of sample numbers, as bitmaps of {@value #BLOCK} numbers each. Versions share equal bitmaps, so that a version
 * costs rows only for the blocks in which it differs from all others.
 */
final class Membership {

    static final int BLOCK = 8192;
    private static final int BITS = Byte.SIZE;

    private final SortedMap<Integer, byte[]> blocks;

    private Membership(SortedMap<Integer, byte[]> blocks) {
        this.blocks = blocks;
    }

    static Membership empty() {
        return new Membership(new TreeMap<>());
    }

    static Membership of(Map<Integer, byte[]> blocks) {
        return new Membership(new TreeMap<>(blocks));
    }

    void add(long number) {
        var bits = blocks.computeIfAbsent(block(number), block -> new byte[BLOCK / BITS]);
        bits[(int) (number % BLOCK) / BITS] |= mask(number);
    }

    boolean contains(long number) {
        var bits = blocks.get(block(number));
        return bits != null && (bits[(int) (number % BLOCK) / BITS] & mask(number)) != 0;
    }

    /** The members that the other set lacks. */
    Membership without(Membership other) {
        var rest = new TreeMap<Integer, byte[]>();
        blocks.forEach((block, bits) -> {
            var left = without(bits, other.blocks.get(block));
            if (left != null) {
                rest.put(block, left);
            }
        });
        return new Membership(rest);
    }

    private static byte @Nullable [] without(byte[] bits, byte @Nullable [] others) {
        if (others == null) {
            return bits;
        }
        var left = new byte[bits.length];
        int any = 0;
        for (int i = 0; i < bits.length; i++) {
            left[i] = (byte) (bits[i] & ~others[i]);
            any |= left[i];
        }
        return any == 0 ? null : left;
    }

    /** The least members, at most so many. */
    List<Long> first(int limit) {
        return blocks.entrySet().stream()
                .flatMap(block -> IntStream.range(0, BLOCK)
                        .mapToObj(bit -> (long) block.getKey() * BLOCK + bit)
                        .filter(this::contains))
                .limit(limit)
                .toList();
    }

    long size() {
        return blocks.values().stream().mapToLong(Membership::count).sum();
    }

    SortedMap<Integer, byte[]> blocks() {
        return blocks;
    }

    private static long count(byte[] bits) {
        long count = 0;
        for (byte eight : bits) {
            count += Integer.bitCount(Byte.toUnsignedInt(eight));
        }
        return count;
    }

    private static int block(long number) {
        return Math.toIntExact(number / BLOCK);
    }

    private static byte mask(long number) {
        return (byte) (1 << number % BITS);
    }
}
