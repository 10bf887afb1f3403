package io.infinimill.generator.scale;

import io.infinimill.generator.Instance;
import io.infinimill.model.Hash;
import io.infinimill.model.Sample;
import io.infinimill.model.Template;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The instances of one template: for each set of numbers, one or more forms of the program. */
public final class Instances {

    private final Template template;
    private final String style;
    private final boolean docstring;
    private final int forms;

    /**
     * @param style {@code program}, {@code worked} or {@code both}
     * @param docstring whether programs have one
     * @param forms how many forms of the program each set of numbers gets at most
     */
    public Instances(Template template, String style, boolean docstring, int forms) {
        this.template = template;
        this.style = style;
        this.docstring = docstring;
        this.forms = forms;
    }

    /** Lazily, in an order that the template and the seed decide; the original numbers first. */
    public Stream<Instance> stream(long seed) {
        if (style.equals(Sample.WORKED) && template.solution() == null) {
            return Stream.empty();
        }
        var random = new SplittableRandom(Long.parseUnsignedLong(
                Hash.of("instances", template.id(), Long.toString(seed)).substring(0, 16), 16));
        var sheet = new Sheet(template, docstring);
        var sets = new NumberSets(sheet.quantities(), random.split());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                new Numbered(sets), Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL),
                        false)
                .flatMap(set -> instances(sheet, set, random));
    }

    /** A set of numbers and the variant of its first form. */
    private record NumberSet(int index, Map<String, BigDecimal> values) {}

    private static final class Numbered implements Iterator<NumberSet> {

        private final NumberSets sets;
        private int count;

        Numbered(NumberSets sets) {
            this.sets = sets;
        }

        @Override
        public boolean hasNext() {
            return sets.hasNext();
        }

        @Override
        public NumberSet next() {
            return new NumberSet(count++, sets.next());
        }
    }

    private Stream<Instance> instances(Sheet sheet, NumberSet set, RandomGenerator random) {
        var exact = sheet.quantities().evaluate(set.values());
        var question = sheet.question(exact);
        var solution = style.equals(Sample.PROGRAM) ? null : sheet.solution(exact);
        var answer = sheet.answer(exact);
        var names = List.copyOf(set.values().keySet());
        var subsets = Forms.of(names, forms, random);
        int first = set.index() * subsets.size();
        return IntStream.range(0, subsets.size())
                .mapToObj(i -> new Instance(
                        first + i,
                        set.values(),
                        List.copyOf(subsets.get(i)),
                        style,
                        question,
                        sheet.program(subsets.get(i), set.values()),
                        solution,
                        answer));
    }
}
