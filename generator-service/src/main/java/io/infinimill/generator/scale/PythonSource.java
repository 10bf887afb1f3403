package io.infinimill.generator.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python source cut into tokens, as far as substitution needs it: names, strings, comments and the rest.
 *
 * @param tokens in order; their texts joined are the source
 */
record PythonSource(List<Token> tokens) {

    enum Kind {
        NAME,
        STRING,
        COMMENT,
        NEWLINE,
        SPACE,
        OTHER
    }

    /** A piece of source; {@code depth} counts the brackets around it. */
    record Token(Kind kind, String text, int depth) {
        boolean is(String other) {
            return text.equals(other);
        }
    }

    private static final Pattern TOKEN = Pattern.compile(
            "(?<string>(?i:[rbuf]{0,2})(?s:\"\"\"(?:\\\\.|.)*?\"\"\"|'''(?:\\\\.|.)*?'''|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'))"
                    + "|(?<comment>#[^\n]*)|(?<newline>\n)|(?<space>[ \t]+)|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
                    + "|(?<number>\\.?\\d[\\w.]*)|(?<other>==|!=|<=|>=|:=|->|[-+*/%@&|^]=|//=|\\*\\*=|\\*\\*|//|(?s:.))");

    static PythonSource of(String source) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(source);
        int depth = 0;
        while (matcher.find()) {
            var text = matcher.group();
            if (text.matches("[)\\]}]")) {
                depth--;
            }
            tokens.add(new Token(kind(matcher), text, depth));
            if (text.matches("[(\\[{]")) {
                depth++;
            }
        }
        return new PythonSource(List.copyOf(tokens));
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("string") != null) {
            return Kind.STRING;
        }
        if (matcher.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (matcher.group("newline") != null) {
            return Kind.NEWLINE;
        }
        if (matcher.group("space") != null) {
            return Kind.SPACE;
        }
        return matcher.group("name") != null ? Kind.NAME : Kind.OTHER;
    }

    /** The next token from {@code from} on that is no space, in the direction; an empty one at either end. */
    Token near(int from, int direction) {
        for (int i = from; i >= 0 && i < tokens.size(); i += direction) {
            if (tokens.get(i).kind() != Kind.SPACE) {
                return tokens.get(i);
            }
        }
        return new Token(Kind.OTHER, "", 0);
    }

    /** The first token with this text from {@code from} on at this depth, or -1. */
    int find(String text, int from, int depth) {
        for (int i = Math.max(from, 0); i < tokens.size(); i++) {
            if (tokens.get(i).is(text) && tokens.get(i).depth() == depth) {
                return i;
            }
        }
        return -1;
    }
}
