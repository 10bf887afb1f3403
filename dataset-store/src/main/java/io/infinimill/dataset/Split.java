package io.infinimill.dataset;

import io.infinimill.dataset.archive.Key;
import io.infinimill.model.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The part of a version that a sample belongs to: a function of its template (of the sample itself where it has none), so
 * that no template straddles two splits, in this version and in all others.
 *
 * <p>The shares, 90/5/5, are our choice: of the about 7,000 templates that GSM8K's training set yields, 5 % is 350, on
 * which an accuracy is known to about 5 points (95 % interval of a binomial at one half); a larger share would
 * cost training data at every size.
 */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    private static final int HUNDRED = 100;
    private static final int TRAIN_SHARE = 90;
    private static final int VALIDATION_SHARE = 5;
    private static final int HEX_DIGITS = 8;

    /** The split of a template's key, or of the key of a sample without a template. */
    public static Split of(UUID key) {
        long bucket = Long.parseLong(Hash.of("split", Key.hex(key)).substring(0, HEX_DIGITS), 16) % HUNDRED;
        return bucket < TRAIN_SHARE ? TRAIN : bucket < TRAIN_SHARE + VALIDATION_SHARE ? VALIDATION : TEST;
    }

    /** As requests and exports write it, such as {@code train}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Split::label).toList();
    }
}
