package io.infinimill.generator.annotated;

/** Says in one line without numbers what each step computes, in the words of the solution. */
final class Comments {

    private static final int LONGEST = 110;

    private Comments() {}

    static String of(Passage passage, String name) {
        var lead =
                passage.lead().replaceAll("(?i)\\b(?:a|the) total of\\s*$", "").strip();
        if (passage.tail().isEmpty()) {
            lead = lead.replaceAll(
                    "(?i)[\\s,]*\\b(?:is|are|was|were|will be|would be|be|equals|of|for|because|since|so|which|by|that's)\\s*$",
                    "");
        }
        return cut((lead + " " + passage.tail()).strip(), name);
    }

    /** What a question asks for. */
    static String purpose(String question, String name) {
        var rewriting = new Rewriting(question);
        for (var number : TextNumbers.ofSolution(question)) {
            int start = number.start();
            while (start > 0 && "$€£".indexOf(question.charAt(start - 1)) >= 0) {
                start--;
            }
            rewriting.replace(start, number.end(), "");
        }
        return cut(
                rewriting
                        .apply()
                        .replaceAll("[?%]", " ")
                        .replaceAll("\\s+([,.;:])", "$1")
                        .replaceAll("\\s+", " ")
                        .strip(),
                name);
    }

    private static String cut(String text, String name) {
        var said = text.replaceAll("[:,;]\\s*$", "").strip();
        if (said.split("\\s+").length < 3 || said.matches("(?s).*[\\d{}+*/=<>].*")) {
            return "compute " + name.replace('_', ' ');
        }
        return said.length() > LONGEST ? said.substring(0, said.lastIndexOf(' ', LONGEST)) : said;
    }
}
