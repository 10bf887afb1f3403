package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Says in one line without numbers what a step computes: in the words of the solution where they make sense without them. */
final class Comments {

    private static final int LONGEST = 110;
    private static final int MOST_WORDS = 14;

    static final String NUMBER =
            "(?:[$€£]? ?" + TextNumbers.DIGITS + "(?: ?%)?|" + WordedNumbers.PATTERN.replace("|one|", "|") + ")";
    static final Pattern ANY_NUMBER = Pattern.compile("[\\d$€£%=*/{}<>÷×]|(?i:" + WordedNumbers.PATTERN + ")");
    private static final Pattern BECAUSE =
            Pattern.compile("(?is)(.*?)" + NUMBER + "(.*?),? (?:because|since|as)\\W*(?:\\d[^a-z]*)?$");

    private static final Pattern CONNECTIVE = Pattern.compile(
            "(?i)^(?:and so|so|then|thus|therefore|hence|first(?:ly)?|second(?:ly)?|next|finally|lastly|now|and|but|also|meanwhile|in total|altogether|(?:this|that|which) means(?: that)?|meaning(?: that)?|we know(?: that)?|so that|of course|initially)\\b[, ]*");
    private static final Pattern CLAUSES = Pattern.compile(
            "(?<!\\b(?:Mr|Mrs|Ms|Dr|St)\\.)(?<=[.;!?])\\s+|:\\s+(?=\\S)|,\\s+|\\s+(?=(?:so|thus|therefore|hence|and then) )|\\s+(?:which|this|that) means (?:that )?|\\s+meaning (?:that )?");
    private static final Pattern FILLERS = Pattern.compile(
            "(?i)\\s*\\b(?:an? total of|the total of|a total|an?|the|about|only|another|additional|an additional|an extra|extra|around|exactly|roughly|approximately)$");
    private static final Pattern FRAGMENT = Pattern.compile(
            "(?i)^(?:for|in|on|at|of|to|by|with|or|because|since|if|when|while|which|who|than|as|from|per|that(?! (?:is|makes|leaves|gives|would|will)\\b)|whose|plus|minus|times|is|are|was|were|be|has|have|had|will|[a-z]+ing)\\b.*|^\\W.*");

    private static final Pattern BEING = Pattern.compile(
            "(?i)((?:the|his|her|their|its|each|every|total|[A-Z][\\w]+['’]s?) (?:[\\w'’-]+ ?){1,8}?) (?:is|are|was|were|will be|would be|equals?)(?: equal to)?");
    private static final Pattern COMPARED = Pattern.compile(
            "(?i)\\b(?:long|old|tall|high|wide|deep|away|more|less|fewer|[a-z]{3,}er than|older|younger|taller|shorter|longer|cheaper|expensive|heavier|lighter|faster)\\b");
    private static final Pattern QUANTITY = Pattern.compile(
            "(?i)\\b(?:number|total|costs?|price|amount|sum|average|area|perimeter|length|width|height|weight|distance|time|ages?|speed|rate|difference|profit|value|earnings|salary|bill|score)\\b");
    private static final Pattern PLURAL = Pattern.compile(
            "(?i)^(?:.*? )??(?:[a-z-]+[^s\\W]s|people|children|kg|cm|mm|km|ml|mg|feet|men|women|mph|oz)(?= |$)(?: of(?: [a-z-]+){1,2})?");
    private static final Pattern INNER_VERB =
            Pattern.compile("(?i)\\b(?:is|are|was|were|has|have|had|will|would|can|did|does)\\b");

    private static final Pattern NOUN = Pattern.compile(
            "^(?:more |extra |additional |full |whole |total )?[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*){0,2}");
    private static final Pattern NO_NOUN = Pattern.compile(
            "(?i)(?:^| )(?:in|on|at|and|or|but|so|because|since|as|if|when|while|that|which|who|is|are|was|were|to|for|from|with|by|of|per|each|every|an?|the|he|she|they|it|we|his|her|their|has|have|had|will|than|then|left|total|altogether|remaining|after|before|during|also|not|did|off|out|under|over|into|apart|together|old)(?= |$).*");

    /** A phrase with "of" that ran into the next one. */
    private static final Pattern NO_NOUN_AFTER = Pattern.compile(
            "(?i)(?<= of [a-z]{1,20}) (?:in|on|at|and|or|but|so|is|are|to|for|from|with|by|per|each|every|an?|the|he|she|they|it|than|then|left|total|after|before)$| of (?:the|his|her|their|its|all|each)(?: [a-z-]+)?$");

    private static final Set<String> SMALL = Set.of(
            "the",
            "he",
            "she",
            "they",
            "it",
            "his",
            "her",
            "their",
            "its",
            "there",
            "that",
            "this",
            "these",
            "each",
            "every",
            "all",
            "we",
            "you",
            "a",
            "an",
            "my",
            "find",
            "multiply",
            "divide",
            "subtract",
            "add",
            "calculate",
            "both",
            "together");

    private Comments() {}

    /**
     * @param before the words before a computation
     * @param after the words after its result
     * @param name of the step
     * @param expression of the step, over names
     */
    static String of(String before, String after, String name, Expression expression) {
        var because = BECAUSE.matcher(before);
        var text = because.matches() ? said(because.group(1), because.group(2)) : said(before, after);
        return shortened(text.isEmpty() ? operation(name, expression) : text);
    }

    private static String said(String before, String after) {
        var lead = before.replaceAll("[\\s$€£=(]+$", "");
        if (lead.endsWith(":")) {
            var sentence = lead.substring(0, lead.length() - 1).replaceAll("(?s).*[.;!?]\\s+", "");
            sentence = connected(sentence).replaceAll("(?i) (?:is|are|was|were|will be|by|for|of)$", "");
            return usable(sentence)
                            && sentence.contains(" ")
                            && !FRAGMENT.matcher(sentence).matches()
                    ? lower(sentence)
                    : "";
        }
        var clauses = CLAUSES.split(lead);
        lead = connected(clauses.length == 0 ? "" : clauses[clauses.length - 1].strip());
        lead = FILLERS.matcher(lead).replaceAll("").strip();
        if (!usable(lead) || FRAGMENT.matcher(lead).matches()) {
            lead = "";
        }
        var tail = after.replaceAll("(?s)^[\\s)%]*", " ")
                .strip()
                .replaceAll("(?s)[.,;:!?(\\n–].*| - .*", "")
                .strip();
        var noun = noun(tail);
        var rest = usable(tail) ? tail.substring(noun.length()) : "";
        var being = BEING.matcher(lead);
        boolean is = being.matches() && !INNER_VERB.matcher(being.group(1)).find();
        boolean compared = COMPARED.matcher(tail).find();
        if (is && !compared && (noun.isEmpty() || QUANTITY.matcher(lead).find())) {
            return lower(being.group(1)) + (noun.isEmpty() && !rest.isBlank() ? " " + rest.strip() : "");
        }
        if (!lead.contains(" ")) {
            return PLURAL.matcher(noun).matches() ? "the number of " + noun : "";
        }
        if (compared && usable(tail) && lead.matches("(?i).* (?:is|are|was|were|will be|must be)")) {
            return "how " + (PLURAL.matcher(noun).find() ? "many " : "much ") + tail + " " + lower(lead);
        }
        return (noun.isEmpty() ? "how much " : (PLURAL.matcher(noun).find() ? "how many " : "how much ") + noun + " ")
                + lower(lead)
                + (rest.isBlank() ? "" : " " + rest.strip());
    }

    private static String noun(String tail) {
        var phrase = NOUN.matcher(tail);
        if (!phrase.find()) {
            return "";
        }
        var noun = NO_NOUN.matcher(phrase.group()).replaceFirst("").strip();
        var plural = PLURAL.matcher(noun);
        if (!plural.find()) {
            return noun;
        }
        var counted = PLURAL.matcher(tail);
        return counted.find() && counted.group().startsWith(plural.group())
                ? NO_NOUN_AFTER.matcher(counted.group()).replaceFirst("")
                : plural.group();
    }

    private static boolean usable(String text) {
        return !ANY_NUMBER.matcher(text).find() && text.split("\\s+").length <= MOST_WORDS;
    }

    private static String connected(String clause) {
        var text = clause.strip();
        for (var shorter = CONNECTIVE.matcher(text).replaceFirst("");
                !shorter.equals(text);
                shorter = CONNECTIVE.matcher(text).replaceFirst("")) {
            text = shorter;
        }
        return text;
    }

    private static String lower(String text) {
        int end = text.indexOf(' ');
        var first = end < 0 ? text : text.substring(0, end);
        return SMALL.contains(first.toLowerCase(Locale.ROOT))
                ? first.toLowerCase(Locale.ROOT) + text.substring(first.length())
                : text;
    }

    private static String operation(String name, Expression expression) {
        if (expression instanceof Expression.Operation(String operator, Expression left, Expression right)
                && left instanceof Expression.Name(String first)
                && right instanceof Expression.Name(String second)) {
            var one = first.replace('_', ' ');
            var other = second.replace('_', ' ');
            switch (operator) {
                case "+" -> {
                    return "add " + other + " to " + one;
                }
                case "-" -> {
                    return "subtract " + other + " from " + one;
                }
                case "*" -> {
                    return "multiply " + one + " by " + other;
                }
                case "/" -> {
                    return "divide " + one + " by " + other;
                }
                default -> {}
            }
        }
        return "work out " + name.replace('_', ' ');
    }

    static String shortened(String text) {
        return text.length() > LONGEST
                ? text.substring(0, Math.max(0, text.lastIndexOf(' ', LONGEST)))
                        .replaceAll("(?: (?:the|a|an|of|to|in|on|at|and|or|by|for|with|from|that|is|are))+$", "")
                : text;
    }
}
