package io.infinimill.generator.annotated;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The letters that a solution computes with. */
record Unknowns(Set<String> letters) {

    private static final Pattern LETTER = Pattern.compile(
            "(?<![A-Za-z'’.{])(?!x ?[\\d($])([b-hj-zB-HJ-Z])(?![A-Za-z'’.])\\s*[-+*/=)]|[=+*/(-]\\s*[\\d.]*([b-hj-zB-HJ-Z])(?![A-Za-z'’])(?!\\s*[\\d$(])|(?<![\\w.])\\d+([b-hj-zB-HJ-Z])(?![A-Za-z])(?! ?[\\d$(])");

    private static final Pattern MANIPULATION = Pattern.compile(
            "(?i)\\b(?:both sides|like terms|equations?|substitut\\w+|solv(?:e|ing) for|simplif\\w+)\\b");

    static Unknowns of(List<String> lines) {
        Set<String> letters = new HashSet<>();
        for (var line : lines) {
            LETTER.matcher(line).results().forEach(match -> {
                for (int i = 1; i <= match.groupCount(); i++) {
                    if (match.group(i) != null) {
                        letters.add(match.group(i));
                    }
                }
            });
        }
        return new Unknowns(Set.copyOf(letters));
    }

    /** Whether a line computes with a letter. */
    boolean test(String line) {
        return LETTER.matcher(line).find();
    }

    /** Whether a line speaks of a letter or of what is done to an equation. */
    boolean mentioned(String line) {
        return MANIPULATION.matcher(line).find() || letters.stream().anyMatch(letter -> spoken(letter, line));
    }

    /** What the one letter that a line computes is said to be, as the beginning of a sentence; else nothing. */
    String meaning(List<String> lines, String line) {
        var own = letters.stream().filter(letter -> spoken(letter, line)).toList();
        if (own.size() != 1 || !line.matches("(?s).*(?<![A-Za-z'’])" + own.getFirst() + "\\s*=.*")) {
            return "";
        }
        var definition = Pattern.compile("(?<![A-Za-z'’])" + own.getFirst()
                + "[\"”']? (?:be|represents?|equals?|stands? for|is|=) the ([a-z][^.,;=\\d]*?)"
                + "(?= and [\"“']?[A-Za-z][\"”']? (?:be|represent|=|equal)|[.,;]|$)");
        for (var other : lines) {
            var matcher = definition.matcher(other);
            if (matcher.find() && letters.stream().noneMatch(letter -> spoken(letter, matcher.group(1)))) {
                return "The " + matcher.group(1).strip();
            }
        }
        return "";
    }

    private static boolean spoken(String letter, String line) {
        return Pattern.compile("(?<![A-Za-z'’])" + letter + "(?![A-Za-z'’])")
                .matcher(line)
                .find();
    }
}
