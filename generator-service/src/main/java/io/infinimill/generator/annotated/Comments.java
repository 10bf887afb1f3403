package io.infinimill.generator.annotated;

/** Says in one line without numbers what each step computes, in the words of the solution. */
final class Comments {

    private static final int LONGEST = 110;

    private Comments() {}

    static String of(String before, String after, String name) {
        var tail = tidy(after).replaceAll("(?<=\\w)[.,;].*$", "").replaceAll("^[\\s.,;:)]+", "");
        var lead = tidy(before).replaceAll("(?i)\\b(?:a|the) total of\\s*$", "").strip();
        if (tail.isEmpty()) {
            lead = lead.replaceAll(
                    "(?i)[\\s,]*\\b(?:is|are|was|were|will be|would be|be|equals|of|for|because|since|so|which|by)\\s*$",
                    "");
        }
        var text = (lead + " " + tail)
                .replaceAll(
                        "(?i)^(?:so|then|thus|therefore|hence|first|next|finally|now|and|this means|that means)\\b[, ]*(?:that )?",
                        "")
                .replaceAll(":\\s*$", "")
                .strip();
        if (text.split("\\s+").length < 3 || text.matches("(?s).*[\\d{}+*/=<>].*")) {
            text = "compute " + name.replace('_', ' ');
        }
        return text.length() > LONGEST ? text.substring(0, text.lastIndexOf(' ', LONGEST)) : text;
    }

    /** Without numbers, arithmetic and currency. */
    private static String tidy(String text) {
        return text.replaceAll("[$€£]?" + TextNumbers.DIGITS + "%?", "")
                .replaceAll("[$€£{}<>=*/×÷+()]", " ")
                .replaceAll("(?<=\\s)[-–−x](?=\\s|$)|\\s-$", " ")
                .replaceAll("\\s+([,.;:])", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
