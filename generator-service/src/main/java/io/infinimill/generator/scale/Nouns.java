package io.infinimill.generator.scale;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Singular and plural of English nouns: the irregular ones of word problems in a table, the rest by rule. */
final class Nouns {

    private static final Map<String, String> PLURALS = pairs(
            "child children",
            "person people",
            "man men",
            "woman women",
            "foot feet",
            "tooth teeth",
            "mouse mice",
            "goose geese",
            "ox oxen",
            "leaf leaves",
            "loaf loaves",
            "knife knives",
            "wife wives",
            "life lives",
            "half halves",
            "shelf shelves",
            "scarf scarves",
            "calf calves",
            "wolf wolves",
            "elf elves",
            "thief thieves",
            "self selves",
            "potato potatoes",
            "tomato tomatoes",
            "hero heroes",
            "echo echoes",
            "mango mangoes",
            "cactus cacti",
            "fungus fungi",
            "die dice",
            "policeman policemen",
            "fireman firemen",
            "snowman snowmen",
            "fisherman fishermen",
            "grandchild grandchildren",
            "movie movies",
            "cookie cookies",
            "brownie brownies",
            "pie pies",
            "tie ties",
            "zombie zombies",
            "calorie calories",
            "smoothie smoothies",
            "selfie selfies",
            "hoodie hoodies",
            "quiz quizzes",
            "gas gases",
            "bus buses",
            "lens lenses",
            "canvas canvases",
            "shoe shoes",
            "toe toes",
            "horse horses",
            "house houses",
            "axe axes",
            "headache headaches",
            "cache caches",
            "analysis analyses",
            "hoe hoes",
            "vertex vertices",
            "roof roofs",
            "chef chefs",
            "cow cows",
            "penny pennies");
    private static final Map<String, String> SINGULARS = new HashMap<>();
    private static final Set<String> UNCHANGED = Set.of(
            "sheep",
            "fish",
            "deer",
            "series",
            "species",
            "shrimp",
            "aircraft",
            "offspring",
            "salmon",
            "moose",
            "dozen",
            "cents'",
            "percent",
            "moss",
            "water");

    /** Words that end in s without being a plural. */
    private static final Set<String> NO_PLURALS = Set.of(
            "is",
            "was",
            "has",
            "as",
            "its",
            "his",
            "this",
            "us",
            "plus",
            "minus",
            "less",
            "gas",
            "bus",
            "glass",
            "class",
            "grass",
            "dress",
            "yes",
            "across",
            "always",
            "tennis",
            "does",
            "chess",
            "news",
            "series",
            "species",
            "lens",
            "canvas",
            "perhaps",
            "besides",
            "thus",
            "towards",
            "afterwards",
            "pass",
            "cross",
            "boss");

    private static final Pattern ES = Pattern.compile("(.*(?:s|x|z|ch|sh))es");
    private static final Pattern HISSING = Pattern.compile(".*(?:s|x|z|ch|sh)");
    private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");
    private static final Pattern SILENT_E =
            Pattern.compile(".*(?:ou|ur|r|n|l|a|o|i|u|p)ses|.*[iau]zes|.*(?:vas|ba|ca|na)ches");

    static {
        PLURALS.forEach((singular, plural) -> SINGULARS.put(plural, singular));
    }

    private Nouns() {}

    static boolean isPlural(String word) {
        return SINGULARS.containsKey(word)
                || (word.length() > 2
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("us")
                        && !NO_PLURALS.contains(word)
                        && !UNCHANGED.contains(word));
    }

    static String singular(String plural) {
        if (SINGULARS.containsKey(plural)) {
            return SINGULARS.get(plural);
        }
        if (!isPlural(plural)) {
            return plural;
        }
        if (plural.endsWith("ies") && plural.length() > 4) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (ES.matcher(plural).matches() && !SILENT_E.matcher(plural).matches()) {
            return plural.substring(0, plural.length() - 2);
        }
        return plural.substring(0, plural.length() - 1);
    }

    static String plural(String singular) {
        if (PLURALS.containsKey(singular)) {
            return PLURALS.get(singular);
        }
        if (UNCHANGED.contains(singular) || isPlural(singular)) {
            return singular;
        }
        if (CONSONANT_Y.matcher(singular).matches()) {
            return singular.substring(0, singular.length() - 1) + "ies";
        }
        return singular + (HISSING.matcher(singular).matches() ? "es" : "s");
    }

    private static Map<String, String> pairs(String... pairs) {
        var map = new HashMap<String, String>();
        for (var pair : pairs) {
            var both = pair.split(" ");
            map.put(both[0], both[1]);
        }
        return map;
    }
}
