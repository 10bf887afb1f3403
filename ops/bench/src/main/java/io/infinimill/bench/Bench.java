package io.infinimill.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Runs the benchmark that the first argument names. */
final class Bench {

    private static final String HELP = """
            usage: ./infinimill bench NAME [options]

              programs [--runs N] [--peers]
                  executions of programs in the sandbox; with --peers, fresh CPython processes on the same programs
              path [--seeds FILE] [--format F] [--target N]
                  a job from the seeds to exported files: templates, rejects, rates, memory, bytes
              teacher [--requests N] [--faster F] [--runs N] [--peers]
                  how busy 64 slots are kept without being told, with faults too; how two jobs share them; replies a
                  second of a teacher that takes no time, with --peers beside httpx and aiohttp
              teach-real --seeds FILE [--count N] (--gguf FILE | --onnx FILE --model NAME | --url URL --model NAME) [--ways solved,taught] [--attempts N]
                  a real model, in the same process or behind an OpenAI-compatible address, as the teacher of GSM8K
                  problems without their solutions: yield, what the bug-fix round adds, refusals by reason, tokens
              yield FILE --format F
                  how many problems of a file become templates, and why the others do not
              precision [--svamp FILE] [--gsm8k FILE] [--from LINE] [--lines N] [--instances K] [--show N]
                  answers under changed numbers against computations that share no code with the product
              precision --print N (--svamp FILE | --gsm8k FILE) [--seed S] [--from LINE] [--lines N] [--json] [--blind FOLDER]
                  random templates with changed numbers, to be read; blind: questions and answers in two files

            All but programs and teacher start Infinimill on a fresh home that is deleted afterwards, or use one that runs:
              --address URL   its address; its key is taken from INFINIMILL_API_KEYS
              --home FOLDER   its home, where its memory and bytes are to be measured
            """;

    private Bench() {}

    public static void main(String[] arguments) throws InterruptedException {
        var name = arguments.length == 0 ? "help" : arguments[0];
        var rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        try {
            run(name, rest);
        } catch (IOException | IllegalArgumentException failure) {
            System.err.println("bench " + name + ": " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void run(String name, List<String> arguments) throws IOException, InterruptedException {
        switch (name) {
            case "programs" -> Programs.run(arguments);
            case "path" -> SamplePath.run(arguments);
            case "teacher" -> Teachers.run(arguments);
            case "teach-real" -> RealTeacher.run(arguments);
            case "yield" -> Yield.run(arguments);
            case "precision" -> Precision.run(arguments);
            case "help", "--help", "-h" -> System.out.print(HELP);
            default -> {
                System.out.print(HELP);
                throw new IllegalArgumentException("there is no such benchmark; known: "
                        + String.join(
                                ", ",
                                Arrays.asList("programs", "path", "teacher", "teach-real", "yield", "precision")));
            }
        }
    }
}
