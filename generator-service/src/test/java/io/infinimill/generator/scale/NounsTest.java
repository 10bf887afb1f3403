package io.infinimill.generator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NounsTest {

    @ParameterizedTest
    @CsvSource({
        "apple, apples", "box, boxes", "bus, buses", "church, churches", "dish, dishes", "cherry, cherries",
        "boy, boys", "child, children", "person, people", "foot, feet", "tooth, teeth", "mouse, mice",
        "knife, knives", "loaf, loaves", "potato, potatoes", "cookie, cookies", "pie, pies", "movie, movies",
        "house, houses", "page, pages", "glass, glasses", "sheep, sheep", "fish, fish", "photo, photos",
        "piece, pieces", "rose, roses", "vase, vases", "prize, prizes", "slice, slices", "match, matches",
        "penny, pennies", "dime, dimes", "inch, inches", "hour, hours", "woman, women", "leaf, leaves",
        "purse, purses", "peach, peaches", "sandwich, sandwiches", "size, sizes", "quiz, quizzes", "case, cases"
    })
    void turnsSingularToPluralAndBack(String singular, String plural) {
        assertThat(Nouns.plural(singular)).isEqualTo(plural);
        assertThat(Nouns.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({"is", "was", "less", "plus", "glass", "his", "gas"})
    void knowsWhatOnlyEndsLikeAPlural(String word) {
        assertThat(Nouns.isPlural(word)).isFalse();
    }
}
