package io.infinimill.generator.scale;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names a program may use: Python identifiers that hide neither a keyword nor a function programs call. */
public final class ProgramNames {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Python 3.11 keywords, soft keywords, and the builtins a program may need. */
    private static final Set<String> RESERVED = Set.of(
            "false none true and as assert async await break class continue def del elif else except finally for from"
                    .split(" "));

    private static final Set<String> ALSO_RESERVED = Set.of(
            ("global if import in is lambda nonlocal not or pass raise return try while with yield match case type"
                            + " floor ceil round abs min max sqrt math print int float str sum len range list dict set"
                            + " tuple pow bool input open sorted map filter zip divmod")
                    .split(" "));

    private ProgramNames() {}

    /** Whether a function, variable or step may have this name. */
    public static boolean legal(String name) {
        return IDENTIFIER.matcher(name).matches() && !RESERVED.contains(name) && !ALSO_RESERVED.contains(name);
    }

    /** The wanted words as a legal name that is not taken: {@code total_2} where {@code total} is. */
    public static String free(String wanted, Collection<String> taken) {
        var name = wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            name = "n_" + name;
        }
        if (!legal(name)) {
            name += "_value";
        }
        var candidate = name;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }

    /** @throws IllegalArgumentException naming what is illegal or used twice */
    static void check(List<String> names) {
        var seen = new LinkedHashSet<String>();
        for (var name : names) {
            if (!legal(name)) {
                throw new IllegalArgumentException(
                        "'%s' cannot name a part of a program. Maybe '%s'".formatted(name, free(name, names)));
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("'%s' names two parts of one program, among %s. Maybe '%s'"
                        .formatted(name, names, free(name, names)));
            }
        }
    }
}
