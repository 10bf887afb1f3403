package io.infinimill.teacher.gguf;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.args.LogFormat;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatReply.Choice;
import io.infinimill.teacher.ChatReply.Finish;
import io.infinimill.teacher.ChatReply.Usage;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.ModelSettings;
import io.infinimill.teacher.ModelThreads;
import io.infinimill.teacher.Sampling;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;

/**
 * A model in a GGUF file, with a chat template, in this process. A schema becomes a grammar, so that every token fits it. Log-probabilities are not given: asked
 * for them, the native library of version 4.2.0 ends the process.
 */
public final class GgufTeacher implements Teacher {

    private final ModelSettings settings;
    private final LlamaModel model;

    private final ModelThreads threads;

    /** @throws IllegalArgumentException when the file is no model that the library can load */
    public GgufTeacher(ModelSettings settings) {
        this.settings = settings;
        LlamaModel.setLogger(LogFormat.TEXT, (level, message) -> {});
        try {
            model = new LlamaModel(new ModelParameters()
                    .setModel(settings.file().toString())
                    .setCtxSize(settings.contextTokens() * settings.slots())
                    .setParallel(settings.slots())
                    .setThreads(settings.threads())
                    .disableLog());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("%s cannot be loaded: %s".formatted(settings.file(), e.getMessage()), e);
        }
        threads = new ModelThreads(settings);
    }

    @Override
    public String model() {
        return settings.model();
    }

    @Override
    public ChatReply ask(ChatRequest request) throws TeacherException, InterruptedException {
        var messages = Prompt.messages(request);
        return threads.run(request, givenUp -> reply(request, messages, givenUp));
    }

    private ChatReply reply(ChatRequest request, String messages, BooleanSupplier givenUp) throws TeacherException {
        var prompt = model.applyTemplate(messages);
        var tokensIn = model.encode(prompt).length;
        var sampling = request.sampling();
        settings.requireRoom(tokensIn, sampling);
        var choices = new ArrayList<Choice>();
        var tokensOut = 0L;
        for (var i = 0; i < sampling.n() && !givenUp.getAsBoolean(); i++) {
            var text = new StringBuilder();
            var tokens = generate(parameters(prompt, request, i), text, givenUp);
            var finish = tokens >= sampling.maxTokens() ? Finish.LENGTH : Finish.STOP;
            choices.add(new Choice(text.toString(), finish, null));
            tokensOut += tokens;
        }
        if (givenUp.getAsBoolean()) {
            throw new TeacherException.Unavailable("the request was given up", null);
        }
        return new ChatReply(settings.model(), choices, new Usage(tokensIn, tokensOut));
    }

    /** Appends to the text and returns the number of tokens; the last output says that it is over, and is none. */
    private int generate(InferenceParameters parameters, StringBuilder text, BooleanSupplier givenUp) {
        var count = 0;
        var outputs = model.generate(parameters).iterator();
        while (outputs.hasNext()) {
            text.append(outputs.next().text);
            count++;
            if (givenUp.getAsBoolean()) {
                outputs.cancel();
                break;
            }
        }
        return Math.max(0, count - 1);
    }

    /** With the prompt kept: what begins as the slot's last one did, such as the same instructions, is not read again. */
    private static InferenceParameters parameters(String prompt, ChatRequest request, int choice) {
        Sampling sampling = request.sampling();
        var parameters = new InferenceParameters(prompt)
                .setNPredict(sampling.maxTokens())
                .setTemperature((float) sampling.temperature())
                .setTopP((float) sampling.topP())
                .setCachePrompt(true)
                .setStopStrings(sampling.stop().toArray(new String[0]));
        if (sampling.seed() != null) {
            parameters.setSeed(Long.hashCode(sampling.seed() + choice));
        }
        if (request.schema() != null) {
            parameters.setGrammar(
                    LlamaModel.jsonSchemaToGrammar(request.schema().json()));
        }
        return parameters;
    }

    @Override
    public void close() {
        threads.close();
        model.close();
    }

    @Override
    public String toString() {
        return "GgufTeacher[%s, %s]".formatted(settings.file().getFileName(), settings.model());
    }
}
