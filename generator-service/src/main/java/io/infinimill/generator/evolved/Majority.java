package io.infinimill.generator.evolved;

import io.infinimill.arithmetic.AnswerMatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Independent solutions of one problem, of which more than half must come to the same answer. */
public final class Majority {

    private final int solutions;
    private final List<BigDecimal> answers = new ArrayList<>();
    private final List<Integer> votes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** @param solutions how many there may be in all; those that fail count against every answer */
    public Majority(int solutions) {
        this.solutions = solutions;
    }

    public void vote(BigDecimal answer) {
        for (int i = 0; i < answers.size(); i++) {
            if (AnswerMatch.matches(answers.get(i), answer)) {
                votes.set(i, votes.get(i) + 1);
                return;
            }
        }
        answers.add(answer);
        votes.add(1);
    }

    /** A solution without an answer. */
    public void fail(String reason) {
        failures.add(reason);
    }

    /** The answer that more than half of all solutions give, as soon as that is certain. */
    public Optional<BigDecimal> answer() {
        for (int i = 0; i < answers.size(); i++) {
            if (2 * votes.get(i) > solutions) {
                return Optional.of(answers.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether further solutions can change nothing: an answer has its majority, or none can get it any more. */
    public boolean decided() {
        int best = votes.stream().mapToInt(Integer::intValue).max().orElse(0);
        int open = solutions - given();
        return answer().isPresent() || 2 * (best + open) <= solutions;
    }

    /** How many solutions there were. */
    public int given() {
        return votes.stream().mapToInt(Integer::intValue).sum() + failures.size();
    }

    /** Such as {@code 2 of 3}. */
    public String share() {
        return "%d of %d"
                .formatted(votes.stream().mapToInt(Integer::intValue).max().orElse(0), given());
    }

    @Override
    public String toString() {
        var said = new ArrayList<String>();
        for (int i = 0; i < answers.size(); i++) {
            said.add("%s (%d)".formatted(answers.get(i).stripTrailingZeros().toPlainString(), votes.get(i)));
        }
        said.addAll(failures);
        return said.stream().collect(Collectors.joining(", "));
    }
}
