package io.infinimill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Ids lie in topics and datasets: they must be the same in every release and on every machine. */
class HashTest {

    @Test
    void isTheSameForEver() {
        assertThat(Hash.of()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
        assertThat(Hash.of("a")).isEqualTo("4162fddd39a3e4225e8e2392eced237f");
        assertThat(Hash.of("naïve €5 \uD83D\uDE00", null, "")).isEqualTo("2641794a7559937aa3ed018d6be30169");
        assertThat(Template.id("What is {a} times 7?", "def solve(a):\n    return a * 7\n"))
                .isEqualTo("4d1db935b97707c61c2ed9ecde9bec74");
        assertThat(Seed.of("primer", "gsm8k", "What is 6 times 7?", "42", null).id())
                .isEqualTo("e04a4769608fb79a56382559382012cc");
        assertThat(SampleId.of("job-7", "6f2e", "Annotated[]", 0, 3)).isEqualTo("3ebd11847233da782c70b9f344ad4cc3");
        assertThat(SampleId.of("job-7", "6f2e", "Annotated[]", 0, null)).isEqualTo("4d20be37964d024ee095ba5ad299bebd");
    }

    @Test
    void tellsApartWhereOnePartEnds() {
        assertThat(Hash.of("ab", "c")).isNotEqualTo(Hash.of("a", "bc")).isNotEqualTo(Hash.of("abc"));
        assertThat(Hash.of("a", null)).isNotEqualTo(Hash.of("a", "")).isNotEqualTo(Hash.of("a"));
        assertThat(Hash.of("1:a")).isNotEqualTo(Hash.of("1", "a"));
        assertThat(Hash.of((String) null)).isNotEqualTo(Hash.of("-"));
    }

    @Test
    void everyPartOfASampleIdCounts() {
        var ids = new ArrayList<String>();
        ids.add(SampleId.of("j", "s", "o", 0, 0));
        ids.add(SampleId.of("k", "s", "o", 0, 0));
        ids.add(SampleId.of("j", "t", "o", 0, 0));
        ids.add(SampleId.of("j", "s", "p", 0, 0));
        ids.add(SampleId.of("j", "s", "o", 1, 0));
        ids.add(SampleId.of("j", "s", "o", 0, 1));
        ids.add(SampleId.of("j", "s", "o", 0, null));

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }
}
