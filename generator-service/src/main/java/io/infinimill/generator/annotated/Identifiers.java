package io.infinimill.generator.annotated;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes unique names that Python accepts and that shadow nothing. */
final class Identifiers {

    private static final Set<String> RESERVED = Set.of(
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "none",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "true",
            "false",
            "try",
            "while",
            "with",
            "yield",
            "match",
            "case",
            "type",
            "abs",
            "all",
            "any",
            "ascii",
            "bin",
            "bool",
            "bytes",
            "chr",
            "dict",
            "dir",
            "float",
            "format",
            "hash",
            "help",
            "hex",
            "id",
            "input",
            "int",
            "iter",
            "len",
            "list",
            "map",
            "max",
            "min",
            "next",
            "object",
            "open",
            "ord",
            "pow",
            "print",
            "range",
            "repr",
            "round",
            "set",
            "slice",
            "sorted",
            "str",
            "sum",
            "super",
            "tuple",
            "vars",
            "zip",
            "floor",
            "ceil",
            "sqrt",
            "math",
            "fractions",
            "fraction",
            "filter",
            "compile",
            "complex",
            "property",
            "license",
            "credits",
            "copyright",
            "exit",
            "quit",
            "result",
            "answer");
    private static final List<String> ORDER = List.of(
            "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "next", "later");

    private final Set<String> taken = new HashSet<>();

    /** Takes the first proposal that is free, else the last with an ordinal before it. */
    String take(List<String> proposals) {
        String last = "quantity";
        for (var proposal : proposals) {
            var name = clean(proposal);
            if (!name.isEmpty()) {
                last = name;
                if (taken.add(name)) {
                    return name;
                }
            }
        }
        for (var order : ORDER) {
            if (taken.add(order + "_" + last)) {
                return order + "_" + last;
            }
        }
        var name = "another_" + last;
        while (!taken.add(name)) {
            name = "another_" + name;
        }
        return name;
    }

    static String clean(String text) {
        var name = text.toLowerCase(Locale.ROOT)
                .replaceAll("['’]s?\\b", "")
                .replaceAll("[^a-z]+", "_")
                .replaceAll("^_+|_+$", "");
        if (name.length() > 48) {
            int cut = name.lastIndexOf('_', 48);
            name = name.substring(0, cut > 0 ? cut : 48);
        }
        return RESERVED.contains(name) ? name + "_value" : name;
    }
}
