package io.infinimill.generator.annotated;


/** Says in one line without numbers what each step computes, in the words of the solution. */
final class Comments {

    private static final int LONGEST = 110;

    private Comments() {}

    static String of(String before, String after, String name) {
        var lead = tidy(before).replaceAll("(?i)[\\s,]*\\b(?:is|are|was|were|be|equals|of|for|a total of|because|since|so|which|by)\\s*$", "");
        var tail = tidy(after).replaceAll("(?<=\\w)[.,;].*$", "").replaceAll("^[\\s.,;:)]+", "");
        var text = (lead + " " + tail).replaceAll("(?i)^(?:so|then|thus|therefore|hence|first|next|finally|and|this means|that means)\\b[, ]*(?:that )?", "").strip();
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
