package io.infinimill.teacher.djl;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * A causal language model in ONNX. It keeps the keys and values of what was read, so that a token more costs one step. Any
 * number of threads may use it at once.
 */
final class Decoder implements AutoCloseable {

    private static final String ENGINE = "OnnxRuntime";
    private static final String TOKENS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String POSITIONS = "position_ids";
    private static final String PAST = "past_key_values.";
    private static final String PRESENT = "present.";
    private static final String LOGITS = "logits";

    /** The model makes logits of every token that it reads at once, 200 kB each with a vocabulary of 50,000. */
    private static final int MOST_AT_ONCE = 64;

    private final Model model;
    private final List<String> inputs;
    private final Shape emptyPast;

    /**
     * @param emptyPast shape of a layer's keys for an empty text
     * @throws IllegalArgumentException when the model has other inputs than a decoder
     */
    Decoder(Path file, Shape emptyPast, int threads) throws IOException, MalformedModelException {
        this.emptyPast = emptyPast;
        model = Model.newInstance(file.getFileName().toString(), ENGINE);
        // DJL heeds the second only beside the first
        var options = Map.of("interOpNumThreads", "1", "intraOpNumThreads", Integer.toString(threads));
        model.load(file.toAbsolutePath().getParent(), file.getFileName().toString(), options);
        inputs = model.getBlock().describeInput().keys();
        var unknown = inputs.stream()
                .filter(name -> !name.startsWith(PAST)
                        && !List.of(TOKENS, MASK, POSITIONS).contains(name))
                .toList();
        if (!unknown.isEmpty() || inputs.stream().noneMatch(name -> name.startsWith(PAST))) {
            model.close();
            throw new IllegalArgumentException("""
                    its inputs are %s and not those of a decoder with past keys and values. Maybe export the model with the \
                    task text-generation-with-past""".formatted(inputs));
        }
    }

    /** What was read, for as long as it is not closed. */
    static final class Read implements AutoCloseable {

        private final NDManager memory;
        private final NDList past;
        private final float[] logits;
        private final int length;

        private Read(NDManager memory, NDList past, float[] logits, int length) {
            this.memory = memory;
            this.past = past;
            this.logits = logits;
            this.length = length;
        }

        /** Of each token, how likely it comes next. */
        float[] logits() {
            return logits;
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    /** Reads a text from its beginning; at least one token. */
    Read read(long[] tokens) {
        var memory = model.getNDManager().newSubManager();
        var past = new NDList();
        for (var name : inputs) {
            if (name.startsWith(PAST)) {
                past.add(named(memory.create(FloatBuffer.allocate(0), emptyPast), name));
            }
        }
        var read = new Read(memory, past, new float[0], 0);
        for (var from = 0; from < tokens.length; from += MOST_AT_ONCE) {
            try (var before = read) {
                read = read(before, Arrays.copyOfRange(tokens, from, Math.min(tokens.length, from + MOST_AT_ONCE)));
            }
        }
        return read;
    }

    /** Reads on; what was read before can still be read on from otherwise. */
    Read read(Read before, long... tokens) {
        var memory = model.getNDManager().newSubManager();
        try (var passing = memory.newSubManager()) {
            int length = before.length + tokens.length;
            var given = new NDList(named(passing.create(tokens, new Shape(1, tokens.length)), TOKENS));
            if (inputs.contains(MASK)) {
                var all = LongStream.generate(() -> 1).limit(length).toArray();
                given.add(named(passing.create(all, new Shape(1, length)), MASK));
            }
            if (inputs.contains(POSITIONS)) {
                var positions = LongStream.range(before.length, length).toArray();
                given.add(named(passing.create(positions, new Shape(1, tokens.length)), POSITIONS));
            }
            given.addAll(before.past);
            var outputs = model.getBlock().forward(new ParameterStore(memory, false), given, false);
            var past = new NDList();
            var logits = new float[0];
            for (var output : outputs) {
                var name = Objects.requireNonNull(output.getName());
                if (name.startsWith(PRESENT)) {
                    output.attach(memory);
                    past.add(named(output, PAST + name.substring(PRESENT.length())));
                } else if (name.equals(LOGITS)) {
                    logits = last(output);
                }
            }
            if (logits.length == 0) {
                throw new EngineException("the model gives no " + LOGITS);
            }
            return new Read(memory, past, logits, length);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /** Of the last token alone. */
    private static float[] last(NDArray logits) {
        var shape = logits.getShape();
        var size = Math.toIntExact(shape.get(shape.dimension() - 1));
        var values = logits.toByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
        var row = new float[size];
        values.get(values.limit() - size, row);
        return row;
    }

    private static NDArray named(NDArray array, String name) {
        array.setName(name);
        return array;
    }

    @Override
    public void close() {
        model.close();
    }
}
