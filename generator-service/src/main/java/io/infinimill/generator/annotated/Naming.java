package io.infinimill.generator.annotated;

import io.infinimill.generator.annotated.TextNumber.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names variables, steps and the function by the words of the texts. */
final class Naming {

    private static final Pattern ASKED = Pattern.compile("(?is).*\\bhow (?:many|much)\\b(.*)");
    private static final Pattern WHAT = Pattern.compile("(?is).*\\b(?:what|calculate|find|determine)\\b(.*)");

    private final Problem problem;
    private final Identifiers identifiers = new Identifiers();

    Naming(Problem problem) {
        this.problem = problem;
    }

    String variable(int index) {
        var number = problem.numbers.get(index);
        var sentence = Sentences.around(problem.sentences, number.start());
        var before = problem.text.substring(sentence.start(), number.start());
        var after = problem.text.substring(number.end(), Math.max(number.end(), sentence.end()));
        var noun = Phrases.after(number.form() == Form.NUMERATOR ? after.replaceFirst("^ ?/ ?[\\d.]+", "") : after, 3);
        var lead = Phrases.before(before, 2);
        var subject = Phrases.before(before, 1);
        List<String> proposals = new ArrayList<>();
        if (number.form() == Form.NUMERATOR || number.form() == Form.DENOMINATOR) {
            var part = number.form() == Form.NUMERATOR ? "numerator" : "denominator";
            proposals.add(noun.isEmpty() ? part : part + " of " + noun);
            proposals.add(part + " of " + lead + " part");
        } else if (number.percent()) {
            var rest = Phrases.after(after.replaceFirst("^ ?(?:%|-?percent|per cent)", ""), 2);
            proposals.add(rest.isEmpty() ? lead + " percent" : "percent " + rest);
            proposals.add(lead + " percent " + rest);
        } else if (number.money()) {
            proposals.add(
                    noun.startsWith("per ")
                            ? "dollars " + noun
                            : lead.isEmpty() ? "dollars " + noun : lead + " dollars");
            proposals.add(lead + " dollars " + noun);
        } else {
            if (!noun.isEmpty() && !noun.startsWith("per ")) {
                proposals.add(noun);
            }
            proposals.add((lead + " " + noun).strip());
        }
        proposals.add((subject + " " + noun).strip());
        return identifiers.take(proposals);
    }

    /** What the words around a computation say it computes. */
    String step(String before, String after, String fallback) {
        List<String> proposals = new ArrayList<>();
        var noun = Phrases.after(after, 4);
        var lead = Phrases.before(before, 3);
        if (!noun.isEmpty() && !noun.startsWith("per ")) {
            proposals.add(noun);
            proposals.add((Phrases.before(before, 2) + " " + noun).strip());
        }
        proposals.add((lead + " " + noun).strip());
        proposals.add(fallback);
        return identifiers.take(proposals);
    }

    /** The entry point, by what is asked. */
    String function() {
        var asked = problem.sentences.isEmpty() ? "" : question();
        var much = ASKED.matcher(asked);
        String name;
        if (much.matches()) {
            var noun = Phrases.after(much.group(1), 3);
            name = noun.isEmpty()
                    ? "amount " + Phrases.before(much.group(1), 2)
                    : noun.contains(" ") ? noun : "number of " + noun;
        } else {
            var what = WHAT.matcher(asked);
            name = Phrases.before(what.matches() ? what.group(1) : asked, 3);
        }
        var lower = asked.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s).*\\b(?:total|altogether|in all|combined)\\b.*") && !name.contains("total")) {
            name = "total " + name.replace("number of ", "");
        }
        if (lower.matches("(?s).*\\b(?:left|remain|remaining)\\b.*")) {
            name = name.replace("number of ", "") + " left";
        }
        return identifiers.take(List.of(name, "computed " + name));
    }

    String question() {
        for (var span : problem.sentences.reversed()) {
            var sentence = problem.text.substring(span.start(), span.end());
            if (sentence.contains("?")) {
                return sentence;
            }
        }
        var last = problem.sentences.getLast();
        return problem.text.substring(last.start(), last.end());
    }
}
