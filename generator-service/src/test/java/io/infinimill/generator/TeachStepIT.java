package io.infinimill.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.PrimerReplies.Problem;
import io.infinimill.model.SampleGenerated;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.TemplateVerified;
import io.infinimill.model.Topics;
import io.infinimill.teacher.fake.Asked;
import io.infinimill.teacher.fake.Behaviour;
import io.infinimill.teacher.fake.FakeTeacher;
import io.infinimill.teacher.fake.Fault;
import io.infinimill.teacher.fake.Script;
import io.infinimill.wire.Wire;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Problems without solutions, and a teacher that is a real server: the service over a broker and a database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeachStepIT {

    private static final long BUDGET = 90_000;

    private RunningGenerator generator;
    private List<Problem> problems;

    @BeforeAll
    void start() throws Exception {
        generator = new RunningGenerator();
        problems = PrimerReplies.problems();
    }

    @AfterAll
    void stop() throws Exception {
        generator.close();
    }

    @Test
    void theGoodAreKeptAndTheBadAreRejectedByName() throws Exception {
        var chosen = problems.subList(0, 100);
        BiFunction<Problem, Integer, String> says = (problem, number) -> {
            if (number < 50) {
                return problem.good();
            }
            return switch (number % 5) {
                case 0 -> problem.constantLeft();
                case 1 -> problem.luck();
                case 2 -> problem.another(chosen.get(number - 50));
                case 3 -> problem.prose();
                default -> problem.leak();
            };
        };
        try (var teacher = FakeTeacher.start(Behaviour.instant(), script(chosen, says));
                var _ = generator.start(settings(teacher, "mixed"))) {
            upload("mixed", chosen);
            var job = submit("mixed", null);

            var done = generator.await("/jobs/" + job, view -> decided(view) == 100);

            assertThat(done.at("/seeds/decoupled").asLong()).isEqualTo(50);
            var rejected = generator.read(Topics.SAMPLES_REJECTED, SampleRejected.class, event -> ours(event, job), 50);
            var reasons =
                    rejected.stream().collect(Collectors.groupingBy(SampleRejected::reason, Collectors.counting()));
            assertThat(reasons)
                    .containsEntry("constant_in_program", 10L)
                    .containsEntry("not_json", 10L)
                    .containsOnlyKeys(
                            "constant_in_program",
                            "not_json",
                            "unexplained_constant",
                            "question_changed",
                            "answer_in_program",
                            "constant_program");
            // Luck and programs for another problem; which fault is seen first depends on the problem.
            assertThat(reasons.getOrDefault("unexplained_constant", 0L) + reasons.getOrDefault("question_changed", 0L))
                    .isEqualTo(20);
            assertThat(reasons.getOrDefault("answer_in_program", 0L) + reasons.getOrDefault("constant_program", 0L))
                    .isEqualTo(10);
        }
    }

    @Test
    void aMendedProgramIsKeptWithTheOneThatFailed() throws Exception {
        var chosen = problems.subList(0, 10);
        var good = replies(chosen, (problem, _) -> problem.good());
        var wrong = replies(chosen, (problem, _) -> problem.wrong());
        Script script = Script.saying(asked -> question(asked, asked.texts().size() > 2 ? good : wrong));
        try (var teacher = FakeTeacher.start(Behaviour.instant(), script);
                var _ = generator.start(settings(teacher, "mended"))) {
            upload("mended", chosen);
            var job = submit("mended", null);
            generator.await("/jobs/" + job, view -> decided(view) == 10);

            var verified = generator.read(
                    Topics.TEMPLATES_VERIFIED,
                    TemplateVerified.class,
                    event -> event.jobId().equals(job),
                    10);
            assertThat(verified).hasSize(10).allSatisfy(event -> {
                var teaching =
                        Objects.requireNonNull(event.template().verification().teaching());
                assertThat(teaching.teacher()).isEqualTo("local");
                assertThat(teaching.licence()).isEqualTo("mit");
                var correction = Objects.requireNonNull(teaching.correction());
                assertThat(correction.reason()).isEqualTo("wrong_answer");
                assertThat(correction.rejected()).contains("+ 1");
                assertThat(correction.chosen()).contains("def ").isNotEqualTo(correction.rejected());
            });
        }
    }

    @Test
    void aSolutionThatHoldsSavesTheRestAndOneThatDoesNotIsFollowedByAProgram() throws Exception {
        var chosen = problems.subList(0, 60);
        var solutions = replies(chosen, (problem, number) -> number < 20 ? problem.worked() : "#### 1000001");
        var programs = replies(chosen, (problem, number) -> number < 40 ? problem.good() : problem.prose());
        Script script = Script.saying(asked -> asked.texts().get(1).endsWith("\nSolution:")
                ? Objects.requireNonNull(solutions.get(between(asked, "\nSolution:")))
                : question(asked, programs));
        try (var teacher = FakeTeacher.start(Behaviour.instant(), script);
                var _ = generator.start(settings(teacher, "solved"))) {
            upload("solved", chosen);
            var solved = Map.<String, Object>ofEntries(
                    Map.entry("teachers", List.of("local")),
                    Map.entry("routing", "fixed"),
                    Map.entry("prompt", "solve-1"),
                    Map.entry("temperature", 0),
                    Map.entry("max-tokens", 300),
                    Map.entry("attempts", 1),
                    Map.entry("votes", 1),
                    Map.entry("frozen-numbers", true),
                    Map.entry("margin", 1),
                    Map.entry("most-alike", 1),
                    Map.entry("most-leaks", 1));
            var job = submit(
                            "solved", Map.of(), List.of(use("solved", solved), taught(List.of("local"), "fixed", 1, 1)))
                    .get("id")
                    .asString();
            var done = generator.await("/jobs/" + job, view -> decided(view) == 60);

            assertThat(done.at("/seeds/decoupled").asLong()).isEqualTo(40);
            // each a solution, and where that fails a program, which is mended once where it is prose
            assertThat(teacher.tally().replies()).isEqualTo(60 + 40 + 20);
            var shares = new HashMap<String, String>();
            for (var share : done.at("/spending/teachers")) {
                shares.put(
                        share.get("stage").asString(),
                        "%s of %s".formatted(share.get("succeeded"), share.get("asked")));
            }
            assertThat(shares).isEqualTo(Map.of("solve", "20 of 60", "generate", "20 of 60"));
        }
    }

    @Test
    void aReplyThatWasCutOffIsNotSentBackToBeMended() throws Exception {
        var chosen = problems.subList(0, 10);
        try (var teacher = FakeTeacher.start(
                        Behaviour.instant().with(Fault.TRUNCATED, 1), script(chosen, (problem, _) -> problem.good()));
                var _ = generator.start(settings(teacher, "cut"))) {
            upload("cut", chosen);
            var job = submit("cut", null);
            generator.await("/jobs/" + job, view -> decided(view) == 10);

            assertThat(generator.read(Topics.SAMPLES_REJECTED, SampleRejected.class, event -> ours(event, job), 10))
                    .extracting(SampleRejected::reason)
                    .hasSize(10)
                    .containsOnly("cut_off");
            assertThat(teacher.tally().requests()).isEqualTo(10);
        }
    }

    @Test
    void aCascadeAsksTheDearTeacherOnlyWhereTheCheapOneFails() throws Exception {
        var chosen = problems.subList(0, 40);
        try (var cheap = FakeTeacher.start(
                        Behaviour.instant(),
                        script(chosen, (problem, number) -> number % 4 == 0 ? problem.prose() : problem.good()));
                var dear = FakeTeacher.start(Behaviour.instant(), script(chosen, (problem, _) -> problem.good()));
                var _ = generator.start(settings(
                        settings(cheap, "cheap"),
                        "--infinimill.generator.teachers.dear.url=" + dear.address(),
                        "--infinimill.generator.teachers.dear.model=dear"))) {
            upload("cascade", chosen);
            var job = submit("cascade", Map.of(), List.of("local", "dear"), "cascade", 1)
                    .get("id")
                    .asString();
            var done = generator.await("/jobs/" + job, view -> decided(view) == 40);

            assertThat(done.at("/seeds/decoupled").asLong()).isEqualTo(40);
            assertThat(cheap.tally().replies()).isEqualTo(50);
            assertThat(dear.tally().replies()).isEqualTo(10);
            assertThat(done.at("/spending/teachers").findValuesAsString("succeeded"))
                    .containsExactly("10", "30");
        }
    }

    @Test
    void anArbitrageAsksWhoGivesATemplateForTheLeastByTopic() throws Exception {
        var chosen = problems.subList(0, 150);
        try (var cheap = FakeTeacher.start(
                        Behaviour.instant(),
                        script(chosen, (problem, number) -> number % 2 == 0 ? problem.good() : problem.prose()));
                var dear = FakeTeacher.start(Behaviour.instant(), script(chosen, (problem, _) -> problem.good()));
                var _ = generator.start(settings(
                        settings(cheap, "cheap-by-topic"),
                        "--infinimill.generator.teachers.dear.url=" + dear.address(),
                        "--infinimill.generator.teachers.dear.model=dear-by-topic",
                        "--infinimill.generator.teachers.dear.price-in=20",
                        "--infinimill.generator.teachers.dear.price-out=40",
                        "--infinimill.generator.teach.in-flight=2",
                        "--infinimill.generator.teach.seeds-at-once=2"))) {
            upload("topics", chosen, number -> number % 2 == 0 ? "even" : "odd");
            var job = submit("topics", Map.of(), List.of("local", "dear"), "arbitrage", 1)
                    .get("id")
                    .asString();
            var done = generator.await("/jobs/" + job, view -> decided(view) == 150);

            var shares = done.at("/spending/teachers");
            assertThat(shares.at("/0/teacher").asString()).isEqualTo("dear");
            // 75 of each topic: the cheap one keeps what it can do, and loses what it cannot after some attempts
            assertThat(shares.at("/0/succeeded").asInt()).isBetween(40, 80);
            assertThat(shares.at("/1/succeeded").asInt()).isBetween(65, 75);
            assertThat(shares.at("/1/failed").asInt()).isLessThan(35);
        }
    }

    @Test
    void aTeacherThatRepeatsItselfStopsTheJob() throws Exception {
        var chosen = problems.subList(0, 90);
        var same = chosen.getFirst().good();
        try (var teacher = FakeTeacher.start(Behaviour.instant(), script(chosen, (_, _) -> same));
                var _ = generator.start(settings(teacher, "repeating"))) {
            upload("repeating", chosen);
            var job = submit("repeating", Map.of(), List.of("local"), "fixed", 1, 0.5)
                    .get("id")
                    .asString();

            var stopped = generator.await(
                    "/jobs/" + job, view -> view.at("/state").asString().equals("paused"));
            assertThat(stopped.at("/message").asString())
                    .contains("replies of teacher local", "% are nearly the same", "resuming goes on");
            assertThat(generator
                            .get("/teachers/local")
                            .at("/sameness/nearIdentical")
                            .asDouble())
                    .isGreaterThan(0.9);

            generator.post("/jobs/" + job + "/resume", "");
            generator.await("/jobs/" + job, view -> decided(view) == 90);
            assertThat(teacher.tally().paidTwice()).isZero();
        }
    }

    @Test
    void aSecondOpinionFindsWhatIsRightByLuck() throws Exception {
        var lucky = problems.stream()
                .filter(problem -> problem.seed().question().contains("harbour of Bergen"))
                .toList();
        Script script = Script.saying(asked -> asked.times() % 2 == 0
                ? lucky.getFirst().wrong()
                : lucky.getFirst().good());
        try (var teacher = FakeTeacher.start(Behaviour.instant(), script);
                var _ = generator.start(settings(teacher, "lucky"))) {
            upload("lucky", lucky);
            var job = submit("lucky", Map.of(), List.of("local"), "fixed", 2)
                    .get("id")
                    .asString();
            generator.await("/jobs/" + job, view -> decided(view) == 1);

            assertThat(generator.read(Topics.SAMPLES_REJECTED, SampleRejected.class, event -> ours(event, job), 1))
                    .singleElement()
                    .satisfies(event -> assertThat(event.reason()).isEqualTo("disagreement"));
        }
    }

    @Test
    void aJobStopsAtItsBudgetAndGoesOnWithMore() throws Exception {
        var chosen = problems.subList(0, 150);
        try (var teacher = FakeTeacher.start(
                        Behaviour.slots(8, Duration.ofMillis(20), 0.6),
                        script(chosen, (problem, _) -> problem.good()));
                var _ = generator.start(settings(teacher, "budget"))) {
            upload("budget", chosen);
            var job = submit("budget", Map.of("tokens", BUDGET));

            var stopped = generator.await(
                    "/jobs/" + job, view -> view.at("/state").asString().equals("paused"));
            assertThat(stopped.at("/message").asString()).contains("the budget is used up", "POST /jobs/{id}/resume");
            assertThat(spent(stopped)).isBetween(BUDGET - BUDGET / 100, BUDGET + BUDGET / 100);

            generator.post("/jobs/" + job + "/resume", "{\"budget\": {\"tokens\": 10000000}}");
            var done = generator.await("/jobs/" + job, view -> decided(view) == 150);
            assertThat(done.at("/seeds/decoupled").asLong()).isEqualTo(150);
            assertThat(teacher.tally().paidTwice()).isZero();
        }
    }

    @Test
    void aProbeForetellsWhatTheJobCosts() throws Exception {
        var chosen = problems.subList(0, 100);
        try (var teacher = FakeTeacher.start(
                        Behaviour.slots(8, Duration.ofMillis(20), 0.6),
                        script(chosen, (problem, _) -> problem.good()));
                var _ = generator.start(settings(teacher, "probed"))) {
            upload("probed", chosen);

            var submitted = submit("probed", Map.of("probe", 20), List.of("local"), "fixed", 1);
            assertThat(submitted.at("/state").asString()).isIn("queued", "running");
            assertThat(submitted.at("/forecast/basis").asString()).isEqualTo("probe");
            assertThat(submitted.at("/forecast/basedOnSeeds").asLong()).isEqualTo(20);
            assertThat(submitted.at("/forecast/templatesPerSeed").asDouble()).isEqualTo(1);
            assertThat(submitted.at("/forecast/seeds").asLong()).isEqualTo(100);
            assertThat(submitted.at("/spending/asked").asLong()).isEqualTo(20);

            var done = generator.await("/jobs/" + submitted.at("/id").asString(), view -> decided(view) == 100);
            assertThat((double) submitted.at("/forecast/tokens").asLong())
                    .isCloseTo((double) spent(done), Percentage.withPercentage(5));
            assertThat(submitted.at("/forecast/money").asDouble())
                    .isCloseTo(done.at("/spending/money").asDouble(), Percentage.withPercentage(5));
            assertThat(done.at("/forecast/basis").asString()).isEqualTo("job");
            assertThat(done.at("/forecast/tokens").asLong()).isEqualTo(spent(done));
            assertThat(done.at("/teachers/0/teacher").asString()).isEqualTo("local");
            assertThat(done.at("/teachers/0/slots").asInt()).isPositive();
            assertThat(teacher.tally().paidTwice()).isZero();
        }
    }

    @Test
    @Timeout(120)
    void theJobsEventsShowWhatItsTeachersDoAndCost() throws Exception {
        var chosen = problems.subList(0, 60);
        try (var teacher = FakeTeacher.start(
                        Behaviour.slots(4, Duration.ofMillis(100), 0.6),
                        script(chosen, (problem, _) -> problem.good()));
                var _ = generator.start(settings(teacher, "streamed"))) {
            upload("streamed", chosen);
            var job = submit("streamed", null);
            var shown = new ArrayList<JsonNode>();
            try (var lines = generator.stream("/jobs/" + job + "/events")) {
                var stream = lines.iterator();
                while (shown.isEmpty() || decided(shown.getLast()) < 60) {
                    shown.add(next(stream, "progress").data());
                }

                assertThat(shown).hasSizeGreaterThan(5);
                assertThat(shown).anySatisfy(view -> {
                    assertThat(view.at("/teachers/0/inFlight").asInt()).isPositive();
                    assertThat(view.at("/teachers/0/slots").asInt()).isPositive();
                });
                assertThat(shown).extracting(TeachStepIT::spent).isSorted();
                assertThat(shown).anySatisfy(view -> {
                    assertThat(view.at("/forecast/tokens").asLong()).isPositive();
                    assertThat(view.at("/spending/money").asDouble()).isPositive();
                });

                var samples = generator
                        .read(
                                Topics.SAMPLES_GENERATED,
                                SampleGenerated.class,
                                event -> event.sample().jobId().equals(job),
                                2)
                        .subList(0, 2);
                for (var sample : samples) {
                    generator.write(
                            Topics.SAMPLES_JUDGED, "one-partition", new SampleJudged(sample.sample(), List.of()));
                }
                var first = next(stream, "sample");
                var second = next(stream, "sample");
                assertThat(List.of(sample(first), sample(second)))
                        .containsExactlyElementsOf(samples.stream()
                                .map(event -> event.sample().id())
                                .toList());

                try (var again = generator.stream("/jobs/" + job + "/events", "Last-Event-ID", first.id())) {
                    assertThat(sample(next(again.iterator(), "sample"))).isEqualTo(sample(second));
                }
            }
        }
    }

    private record StreamedEvent(String id, JsonNode data) {}

    /** The next event of this name. */
    private static StreamedEvent next(Iterator<String> lines, String wanted) {
        var fields = new HashMap<String, String>();
        while (lines.hasNext()) {
            var line = lines.next();
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            } else if (wanted.equals(fields.get("event"))) {
                return new StreamedEvent(
                        String.valueOf(fields.get("id")), Wire.MAPPER.readTree(String.valueOf(fields.get("data"))));
            } else {
                fields.clear();
            }
        }
        throw new AssertionError("the stream ended before an event " + wanted);
    }

    private static String sample(StreamedEvent event) {
        return event.data().at("/sample/id").asString();
    }

    @Test
    void aRestartAsksNothingTwice() throws Exception {
        var chosen = problems.subList(0, 100);
        try (var teacher = FakeTeacher.start(
                Behaviour.slots(4, Duration.ofMillis(150), 0.6), script(chosen, (problem, _) -> problem.good()))) {
            var first = generator.start(settings(teacher, "restart"));
            upload("restart", chosen);
            var job = submit("restart", null);
            generator.await("/jobs/" + job, view -> decided(view) >= 20);
            first.close();
            try (var _ = generator.start(settings(teacher, "restart"))) {
                var done = generator.await("/jobs/" + job, view -> decided(view) == 100);

                assertThat(done.at("/seeds/decoupled").asLong()).isEqualTo(100);
                assertThat(teacher.tally().paidTwice()).isZero();
                assertThat(teacher.tally().replies()).isEqualTo(100);
            }
        }
    }

    @Test
    void aJobGoesOnByItselfWhenItsTeacherComesBack() throws Exception {
        var chosen = problems.subList(0, 60);
        Script script = script(chosen, (problem, _) -> problem.good());
        var behaviour = Behaviour.slots(4, Duration.ofMillis(300), 0.6)
                .with(Fault.OVERLOADED, 0.1)
                .with(Fault.SERVER_ERROR, 0.1)
                .withRetryAfter(Duration.ofMillis(50));
        var teacher = FakeTeacher.start(behaviour, script);
        try (var _ = generator.start(settings(teacher, "away"))) {
            upload("away", chosen);
            var job = submit("away", null);
            generator.await("/jobs/" + job, view -> decided(view) >= 10);
            int port = teacher.port();
            teacher.close();
            generator.await(
                    "/teachers/local",
                    view -> view.at("/health/state").asString().equals("down"));
            try (var _ = FakeTeacher.start(behaviour, script, port)) {
                var done = generator.await("/jobs/" + job, view -> decided(view) == 60);
                assertThat(done.at("/seeds/decoupled").asLong()).isEqualTo(60);
            }
        }
    }

    @Test
    void moreGeneratorsThanPartitionsShareTheWork() throws Exception {
        var chosen = problems.subList(0, 150);
        try (var teacher = FakeTeacher.start(
                        Behaviour.slots(12, Duration.ofMillis(300), 0.6),
                        script(chosen, (problem, _) -> problem.good()));
                var one = generator.start(settings(teacher, "many"));
                var two = generator.start(settings(teacher, "many"));
                var three = generator.start(settings(teacher, "many"))) {
            upload("many", chosen);
            var job = submit("many", null);
            generator.await("/jobs/" + job, view -> decided(view) == 150);

            assertThat(List.of(asked(one), asked(two), asked(three))).allMatch(count -> count > 0);
            assertThat(asked(one) + asked(two) + asked(three)).isEqualTo(150);
        }
    }

    @Test
    void aStepThatTakesNothingIsShownAsDown() throws Exception {
        try (var teacher = FakeTeacher.start(Behaviour.instant(), Script.always("unused"));
                var context = generator.start(settings(teacher, "health"))) {
            var health = context.getBean("generatorListenersHealth", HealthIndicator.class);
            assertThat(Objects.requireNonNull(health.health()).getStatus()).isEqualTo(Status.UP);

            context.getBean(TeachStep.class).stop();

            var down = Objects.requireNonNull(health.health());
            assertThat(down.getStatus()).isEqualTo(Status.DOWN);
            assertThat(down.getDetails()).containsEntry(TeachStep.GROUP, "it is stopped");
        }
    }

    private static double asked(ConfigurableApplicationContext generator) {
        return generator
                .getBean(MeterRegistry.class)
                .find("infinimill.teacher.replies")
                .tag("source", "asked")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static long decided(JsonNode view) {
        return view.at("/seeds/decoupled").asLong() + view.at("/seeds/refused").asLong();
    }

    private static long spent(JsonNode view) {
        return view.at("/spending/tokensIn").asLong()
                + view.at("/spending/tokensOut").asLong();
    }

    private static boolean ours(SampleRejected event, String job) {
        return event.sample().jobId().equals(job) && event.operator().equals("taught");
    }

    private static String[] settings(FakeTeacher teacher, String model) {
        return new String[] {
            "--infinimill.generator.teachers.local.url=" + teacher.address(),
            "--infinimill.generator.teachers.local.model=" + model,
            "--infinimill.generator.teachers.local.family=fake",
            "--infinimill.generator.teachers.local.price-in=1",
            "--infinimill.generator.teachers.local.price-out=2",
            "--infinimill.generator.teachers.local.licence=mit",
            "--infinimill.generator.teachers.local.limits.most-slots=16"
        };
    }

    private static String[] settings(String[] settings, String... more) {
        return Stream.concat(Arrays.stream(settings), Arrays.stream(more)).toArray(String[]::new);
    }

    private void upload(String set, List<Problem> seeds) {
        upload(set, seeds, _ -> "any");
    }

    private void upload(String set, List<Problem> seeds, IntFunction<String> topic) {
        generator.post(
                "/seed-sets/" + set + "?format=jsonl",
                IntStream.range(0, seeds.size())
                        .mapToObj(number -> Wire.MAPPER.writeValueAsString(Map.of(
                                "question",
                                seeds.get(number).seed().question(),
                                "answer",
                                seeds.get(number).answer(),
                                "topic",
                                topic.apply(number))))
                        .collect(Collectors.joining("\n")));
    }

    private String submit(String set, @Nullable Map<String, Object> budget) {
        return submit(set, budget == null ? Map.of() : Map.of("budget", budget), List.of("local"), "fixed", 1)
                .get("id")
                .asString();
    }

    private JsonNode submit(String set, Map<String, Object> more, List<String> teachers, String routing, int votes) {
        return submit(set, more, teachers, routing, votes, 1);
    }

    private JsonNode submit(
            String set, Map<String, Object> more, List<String> teachers, String routing, int votes, double mostAlike) {
        return submit(set, more, List.of(taught(teachers, routing, votes, mostAlike)));
    }

    private static Map<String, Object> taught(List<String> teachers, String routing, int votes, double mostAlike) {
        return use(
                "taught",
                Map.of(
                        "teachers",
                        teachers,
                        "routing",
                        routing,
                        "prompt",
                        "decouple-1",
                        "temperature",
                        votes == 1 ? 0 : 0.7,
                        "max-tokens",
                        600,
                        "attempts",
                        1,
                        "repairs",
                        1,
                        "votes",
                        votes,
                        "most-alike",
                        mostAlike,
                        "most-leaks",
                        1));
    }

    private JsonNode submit(String set, Map<String, Object> more, List<Map<String, Object>> taught) {
        var annotated = use("annotated", Map.of("frozen-numbers", true, "margin", 1));
        var variants = use("variants", Map.of("answer", "both", "docstring", true, "forms", 1, "most", 2, "seed", 1));
        var generate = Stream.of(Stream.of(annotated), taught.stream(), Stream.of(variants))
                .flatMap(Function.identity())
                .toList();
        var recipe = Map.of("name", "teacher", "generate", generate, "filter", List.of(), "judge", List.of());
        var request = new LinkedHashMap<String, Object>();
        request.put("recipe", recipe);
        request.put("seedSet", set);
        request.put("dataset", set);
        request.putAll(more);
        return generator.post("/jobs", Wire.MAPPER.writeValueAsString(request));
    }

    private static Map<String, Object> use(String operator, Map<String, Object> parameters) {
        return Map.of("operator", operator, "parameters", parameters);
    }

    /** The same whenever it is asked about a problem, in the repair as well. */
    private static Script script(List<Problem> problems, BiFunction<Problem, Integer, String> says) {
        var replies = replies(problems, says);
        return Script.saying(asked -> question(asked, replies));
    }

    private static Map<String, String> replies(List<Problem> problems, BiFunction<Problem, Integer, String> says) {
        var replies = new LinkedHashMap<String, String>();
        for (int i = 0; i < problems.size(); i++) {
            replies.put(problems.get(i).seed().question(), says.apply(problems.get(i), i));
        }
        return replies;
    }

    private static String question(Asked asked, Map<String, String> replies) {
        return replies.getOrDefault(between(asked, "\nAnswer: "), "I do not know this problem");
    }

    private static String between(Asked asked, String end) {
        var text = asked.texts().get(1);
        return text.substring("Problem: ".length(), text.lastIndexOf(end));
    }
}
