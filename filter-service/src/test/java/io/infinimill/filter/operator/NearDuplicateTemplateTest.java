package io.infinimill.filter.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.infinimill.filter.AnnouncedTemplate;
import io.infinimill.filter.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearDuplicateTemplateTest {

    private static final NearDuplicateTemplate FILTER = new NearDuplicateTemplate(0.8, 3, 128);

    @Test
    void numbersAndPlaceholdersAndPunctuationDoNotMakeADifference() {
        assertThat(verdicts(
                        "Mara has {coins} coins, and 5 stamps.",
                        "mara has 1,250 coins and {s} stamps",
                        "Mara has {coins} coins and some stamps."))
                .containsExactly("KEEP", "near_duplicate", "KEEP");
    }

    @Test
    void aTemplateLikeADroppedOneOnlyIsKept() {
        var words = List.of("a b c d e f g h i j k l m n o p q r s t u v".split(" "));
        var first = String.join(" ", words);
        var second = first + " w x y";
        var third = second + " z zz";

        assertThat(Shingles.of(first, 3).jaccard(Shingles.of(second, 3))).isCloseTo(20 / 23.0, within(1e-9));
        assertThat(Shingles.of(second, 3).jaccard(Shingles.of(third, 3))).isGreaterThan(0.8);
        assertThat(Shingles.of(first, 3).jaccard(Shingles.of(third, 3))).isEqualTo(0.8);
        assertThat(verdicts(first, second, third + " zzz")).containsExactly("KEEP", "near_duplicate", "KEEP");
    }

    @Test
    void findsAlmostAllThatTheExactIndexCallsDuplicatesAndNothingElse() {
        var random = new Random(7);
        var index = FILTER.index();
        int found = 0;
        int there = 0;
        for (int i = 0; i < 2_000; i++) {
            var words = new ArrayList<String>();
            for (int w = 0; w < 40; w++) {
                words.add("word" + letters(random.nextInt(5_000)));
            }
            var original = String.join(" ", words);
            words.set(random.nextInt(40), "changed");
            var changed = String.join(" ", words);
            boolean near = Shingles.of(original, 3).jaccard(Shingles.of(changed, 3)) >= 0.8;
            assertThat(index.add(new AnnouncedTemplate("o" + i, original))).isEqualTo(Verdict.KEEP);
            boolean dropped = index.add(new AnnouncedTemplate("c" + i, changed)) instanceof Verdict.Drop;
            assertThat(dropped && !near).isFalse();
            there += near ? 1 : 0;
            found += dropped ? 1 : 0;
        }
        assertThat(there).isGreaterThan(1_000);
        assertThat((double) found / there).isGreaterThan(0.99);
    }

    @Test
    void bandsAreNarrowEnoughForTheThreshold() {
        assertThat(ShingleIndex.rows(0.8, 128)).isEqualTo(6);
        assertThat(ShingleIndex.rows(1, 128)).isEqualTo(128);
        assertThat(ShingleIndex.rows(0.3, 16)).isEqualTo(1);
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThatThrownBy(() -> new NearDuplicateTemplate(0, 3, 128))
                .hasMessage("threshold is 0.0, not within 0 to 1");
        assertThatThrownBy(() -> new NearDuplicateTemplate(0.8, 0, 128)).hasMessage("shingle-words is 0, not 1 to 20");
        assertThatThrownBy(() -> new NearDuplicateTemplate(0.8, 3, 0)).hasMessage("permutations is 0, not 1 to 1024");
    }

    private static String letters(int number) {
        return Integer.toString(number, 36).replaceAll("\\d", "q") + "abcdefghij".charAt(number % 10);
    }

    private static List<String> verdicts(String... questions) {
        var index = FILTER.index();
        var verdicts = new ArrayList<String>();
        for (var question : questions) {
            verdicts.add(
                    index.add(new AnnouncedTemplate("t" + verdicts.size(), question)) instanceof Verdict.Drop drop
                            ? drop.reason()
                            : "KEEP");
        }
        return verdicts;
    }
}
