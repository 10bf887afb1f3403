package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {

    @ParameterizedTest
    @CsvSource({"1, 2, 1, 1", "10, 1, 1, 10", "10, 2, 2, 5", "11, 4, 4, 3", "2048, 1, 2, 1024", "10000, 2, 10, 1024"})
    void givesEveryWorkerItsShareInBoundedBatches(int programs, int workers, int batches, int largest) {
        var split = Batch.split(Collections.nCopies(programs, call(1)), workers);

        assertThat(split).hasSize(batches);
        assertThat(split).extracting(batch -> batch.pieces().size()).contains(largest);
        assertThat(split.stream().mapToInt(batch -> batch.pieces().size()).sum())
                .isEqualTo(programs);
    }

    @Test
    void dividesTheArgumentSetsOfOneCall() {
        var split = Batch.split(List.of(call(0), call(3), call(5)), 2);

        assertThat(split)
                .extracting(batch -> batch.pieces().stream()
                        .map(piece -> "%d:%d+%d"
                                .formatted(
                                        piece.call(),
                                        piece.from(),
                                        piece.part().argumentSets().size()))
                        .toList())
                .containsExactly(List.of("1:0+3", "2:0+1"), List.of("2:1+4"));
    }

    @Test
    void makesNoBatchOfNothing() {
        assertThat(Batch.split(List.of(call(0)), 2)).isEmpty();
    }

    @Test
    void boundsTheTextOfABatch() {
        var large = new Call(new Program(" ".repeat(3 << 20), "f"), List.of(Map.of()));

        assertThat(Batch.split(Collections.nCopies(5, large), 1)).hasSize(3);
    }

    private static Call call(int argumentSets) {
        return new Call(new Program("def f(a): return a", "f"), Collections.nCopies(argumentSets, Map.of("a", 1)));
    }
}
