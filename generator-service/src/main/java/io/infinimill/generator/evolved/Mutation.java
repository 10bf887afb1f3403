package io.infinimill.generator.evolved;

import io.infinimill.arithmetic.AnswerMatch;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.generator.taught.Numbers;
import io.infinimill.model.Seed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a problem. Each mutation says something about the new problem's numbers and answer that can be checked,
 * beside what independent solutions say.
 *
 * <p>{@link #HARDER} is the suggester and the editor of Orca-Math (arXiv:2402.14830); the inverse question goes back to
 * MetaMath (arXiv:2309.12284).
 */
public enum Mutation {
    /** One step follows: all numbers stay, and the answer is another. */
    ADDED_STEP,
    /** One teacher says how the problem could ask for more, the next request has it done. */
    HARDER,
    /** The old answer is given, and one of the old numbers is asked for. */
    INVERSE,
    /** Another story for the same computation: the same numbers, the same answer. */
    NEW_CONTEXT,
    /** A problem of another topic, in the manner of the old one. */
    NEW_TOPIC,
    /** A conversion becomes part of the solution. */
    NEW_UNIT;

    /** As recipes write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is no such mutation */
    public static Mutation of(String label) {
        return Arrays.stream(values())
                .filter(mutation -> mutation.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no mutation '%s'; known: %s"
                        .formatted(
                                label,
                                Arrays.stream(values()).map(Mutation::label).collect(Collectors.joining(", ")))));
    }

    /**
     * What is wrong with the new problem, as far as its text tells, or null.
     *
     * <p>Reason codes: {@code no_known_answer no_numbers unchanged answer_not_given nothing_to_find numbers_changed
     * answer_told}.
     */
    @Nullable
    public Refused fault(Seed old, String question) {
        if (old.answer() == null) {
            return new Refused(
                    "no_known_answer", "the seed has no answer, and what is made of it could not be checked");
        }
        var before = Numbers.all(old.question());
        var after = Numbers.all(question);
        var answer = new BigDecimal(old.answer());
        if (after.isEmpty()) {
            return new Refused("no_numbers", "there is no number in '%s'".formatted(question));
        }
        if (masked(old.question()).equals(masked(question))) {
            return new Refused("unchanged", "only numbers differ in '%s'".formatted(question));
        }
        return switch (this) {
            case INVERSE -> inverse(before, after, answer, question);
            case NEW_CONTEXT ->
                within(before, after) && within(after, before)
                        ? null
                        : new Refused(
                                "numbers_changed",
                                "the numbers are %s, and were %s".formatted(shown(after), shown(before)));
            case ADDED_STEP -> addedStep(before, after, answer);
            case HARDER, NEW_TOPIC, NEW_UNIT -> null;
        };
    }

    private static @Nullable Refused inverse(
            List<BigDecimal> before, List<BigDecimal> after, BigDecimal answer, String question) {
        if (!holds(after, answer)) {
            return new Refused(
                    "answer_not_given",
                    "the old answer %s is not told in '%s'".formatted(answer.toPlainString(), question));
        }
        return within(before, after)
                ? new Refused("nothing_to_find", "all the old numbers are told in '%s'".formatted(question))
                : null;
    }

    private static @Nullable Refused addedStep(List<BigDecimal> before, List<BigDecimal> after, BigDecimal answer) {
        if (!within(before, after)) {
            return new Refused(
                    "numbers_changed", "of the old numbers %s some are not told any more".formatted(shown(before)));
        }
        return holds(after, answer) && !holds(before, answer)
                ? new Refused(
                        "answer_told", "the old answer %s, which is to be found, is told".formatted(shown(answer)))
                : null;
    }

    /**
     * What the agreed answer says against the new problem, or null.
     *
     * <p>Reason codes: {@code not_inverse answer_changed step_without_effect unit_without_effect}.
     */
    @Nullable
    public Refused fault(Seed old, String question, BigDecimal answer) {
        var known = new BigDecimal(String.valueOf(old.answer()));
        boolean same = AnswerMatch.matches(known, answer);
        var before = Numbers.all(old.question());
        return switch (this) {
            case INVERSE ->
                before.stream().anyMatch(number -> AnswerMatch.matches(number, answer))
                        ? null
                        : new Refused(
                                "not_inverse",
                                "the answer is %s, none of the old numbers %s".formatted(shown(answer), shown(before)));
            case NEW_CONTEXT ->
                same
                        ? null
                        : new Refused(
                                "answer_changed",
                                "the same computation gives %s, and gave %s".formatted(shown(answer), shown(known)));
            case ADDED_STEP ->
                same ? new Refused("step_without_effect", "the answer is %s as before".formatted(shown(answer))) : null;
            case NEW_UNIT ->
                same && within(before, Numbers.all(question)) && within(Numbers.all(question), before)
                        ? new Refused("unit_without_effect", "neither numbers nor answer differ")
                        : null;
            case HARDER, NEW_TOPIC -> null;
        };
    }

    private static String masked(String question) {
        return question.toLowerCase(Locale.ROOT)
                .replaceAll("\\d+(?:[.,]\\d+)*", "#")
                .replaceAll("[^a-z#]+", " ")
                .strip();
    }

    private static boolean holds(List<BigDecimal> numbers, BigDecimal number) {
        return numbers.stream().anyMatch(other -> other.compareTo(number) == 0);
    }

    /** Whether each number stands among the others, as often as it occurs. */
    private static boolean within(List<BigDecimal> numbers, List<BigDecimal> others) {
        var rest = new ArrayList<>(others);
        return numbers.stream().allMatch(number -> {
            int found = 0;
            while (found < rest.size() && rest.get(found).compareTo(number) != 0) {
                found++;
            }
            if (found == rest.size()) {
                return false;
            }
            rest.remove(found);
            return true;
        });
    }

    private static String shown(List<BigDecimal> numbers) {
        return numbers.stream().map(Mutation::shown).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String shown(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
