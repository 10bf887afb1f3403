package io.infinimill.teacher.djl;

import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatReply.Choice;
import io.infinimill.teacher.ChatReply.Finish;
import io.infinimill.teacher.ChatReply.Usage;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.ModelSettings;
import io.infinimill.teacher.ModelThreads;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A model in ONNX in this process. Beside its file or a folder above lie {@code config.json}, {@code tokenizer.json} and
 * {@code tokenizer_config.json}. It gives log-probabilities, sees no images, and is not held to a schema.
 */
public final class DjlTeacher implements Teacher {

    private final ModelSettings settings;
    private final Decoder decoder;
    private final HuggingFaceTokenizer tokenizer;
    private final ChatFormat format;
    private final String beginning;
    private final Set<Integer> ends;
    private final ModelThreads threads;

    /** @throws IllegalArgumentException when the file is no model that can be asked, or those that belong to it are missing */
    public DjlTeacher(ModelSettings settings) {
        this.settings = settings;
        // DJL would look for other models and report its use
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            var files = new ModelFiles(settings.file());
            format = ChatFormat.of(files.template());
            beginning = files.beginning();
            ends = files.ends();
            tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(files.tokenizer())
                    .optAddSpecialTokens(false)
                    .optTruncation(false)
                    .optPadding(false)
                    .build();
            decoder = new Decoder(settings.file(), files.emptyPast(), settings.threads());
        } catch (IOException | MalformedModelException | RuntimeException e) {
            throw new IllegalArgumentException("%s cannot be loaded: %s".formatted(settings.file(), e.getMessage()), e);
        }
        threads = new ModelThreads(settings);
        proveReadable();
    }

    /** A model whose shapes are not those of its configuration is found out now. */
    private void proveReadable() {
        try {
            decoder.read(new long[] {ends.iterator().next()}).close();
        } catch (EngineException e) {
            close();
            throw new IllegalArgumentException("%s cannot be used: %s".formatted(settings.file(), e.getMessage()), e);
        }
    }

    @Override
    public String model() {
        return settings.model();
    }

    @Override
    public ChatReply ask(ChatRequest request) throws TeacherException, InterruptedException {
        return threads.run(request, givenUp -> reply(request, givenUp));
    }

    private ChatReply reply(ChatRequest request, BooleanSupplier givenUp) throws TeacherException {
        var prompt =
                tokenizer.encode(beginning + format.write(request.messages())).getIds();
        var sampling = request.sampling();
        settings.requireRoom(prompt.length, sampling);
        var choices = new ArrayList<Choice>();
        var tokensOut = 0L;
        try (var read = decoder.read(prompt)) {
            for (var i = 0; i < sampling.n(); i++) {
                var transcript = new Transcript(tokenizer, sampling);
                var finish = generate(read, new Draw(sampling, i), transcript, givenUp);
                choices.add(new Choice(transcript.text(), finish, transcript.logProbabilities()));
                tokensOut += transcript.count();
            }
        }
        return new ChatReply(settings.model(), choices, new Usage(prompt.length, tokensOut));
    }

    private Finish generate(Decoder.Read prompt, Draw draw, Transcript transcript, BooleanSupplier givenUp)
            throws TeacherException {
        var read = prompt;
        try {
            while (true) {
                if (givenUp.getAsBoolean()) {
                    throw new TeacherException.Unavailable("the request was given up", null);
                }
                int token = draw.next(read.logits());
                if (ends.contains(token) || transcript.add(token, read.logits())) {
                    return Finish.STOP;
                }
                if (transcript.isFull()) {
                    return Finish.LENGTH;
                }
                var before = read;
                read = decoder.read(before, token);
                if (before != prompt) {
                    before.close();
                }
            }
        } finally {
            if (read != prompt) {
                read.close();
            }
        }
    }

    @Override
    public void close() {
        threads.close();
        decoder.close();
        tokenizer.close();
    }

    @Override
    public String toString() {
        return "DjlTeacher[%s, %s]".formatted(settings.file().getFileName(), settings.model());
    }
}
