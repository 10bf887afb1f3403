package io.infinimill.generator.teacher;

import io.infinimill.operator.Suggestion;
import io.infinimill.teacher.ModelSettings;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.djl.DjlTeacher;
import io.infinimill.teacher.gguf.GgufTeacher;
import io.infinimill.teacher.openai.ApiKey;
import io.infinimill.teacher.openai.OpenAiSettings;
import io.infinimill.teacher.openai.OpenAiTeacher;
import io.infinimill.teacher.shared.SharedTeacher;
import io.infinimill.teacher.shared.SharingSettings;
import io.infinimill.teacher.shared.TeacherHealth;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The configured teachers, each shared by all jobs. */
@Component
public class Teachers {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final TeacherSettings settings;
    private final Map<String, SharedTeacher> shared = new TreeMap<>();

    Teachers(TeacherSettings settings) {
        this.settings = settings;
        settings.teachers().forEach((name, teacher) -> shared.put(name, open(teacher)));
    }

    Teacher forJob(String name, String job) {
        return find(name).forJob(job);
    }

    TeacherHealth health(String name) {
        return find(name).health();
    }

    TeacherSettings.Configured configured(String name) {
        find(name);
        return Objects.requireNonNull(settings.teachers().get(name));
    }

    /** The teachers that work or have worked for a job. */
    public List<TeacherAtWork> atWork(String jobId, Spending spending) {
        var names = spending.teachers().stream().map(Spending.Share::teacher).collect(Collectors.toSet());
        var atWork = new ArrayList<TeacherAtWork>();
        shared.forEach((name, teacher) -> {
            var health = teacher.health();
            if (names.contains(name) || health.jobs().containsKey(jobId)) {
                atWork.add(TeacherAtWork.of(name, health, jobId));
            }
        });
        return atWork;
    }

    /** Of what the teacher says, as the configuration states it. */
    public @Nullable String licence(String name) {
        return configured(name).licence();
    }

    public List<String> names() {
        return List.copyOf(shared.keySet());
    }

    /** What is wrong with naming these teachers; empty when they are all configured. */
    public List<String> faults(Collection<String> wanted) {
        return wanted.stream()
                .filter(name -> !shared.containsKey(name))
                .map(name ->
                        "no teacher '%s' is configured; known: %s%s. Maybe set infinimill.generator.teachers.%s.url, .gguf or .onnx"
                                .formatted(
                                        name,
                                        shared.isEmpty() ? "none" : String.join(", ", shared.keySet()),
                                        Suggestion.of(name, shared.keySet()),
                                        name))
                .toList();
    }

    @PreDestroy
    void close() {
        shared.values().forEach(SharedTeacher::close);
    }

    private SharedTeacher find(String name) {
        var teacher = shared.get(name);
        if (teacher == null) {
            throw new UnknownTeacher(faults(List.of(name)).getFirst());
        }
        return teacher;
    }

    private static SharedTeacher open(TeacherSettings.Configured teacher) {
        var file = teacher.file();
        return file == null
                ? shared(teacher, remote(teacher), teacher.limits().inFlight())
                : shared(teacher, inProcess(teacher, file), teacher.inProcess().slots());
    }

    private static Teacher remote(TeacherSettings.Configured teacher) {
        var remote = new OpenAiTeacher(new OpenAiSettings(
                Objects.requireNonNull(teacher.url()),
                teacher.model(),
                key(teacher),
                CONNECT,
                teacher.timeout(),
                teacher.limits().inFlight()));
        return teacher.abilities().schema() ? remote : new Unconstrained(remote);
    }

    private static Teacher inProcess(TeacherSettings.Configured teacher, Path file) {
        var computing = teacher.inProcess();
        var model =
                new ModelSettings(file, teacher.model(), computing.context(), computing.computing(), computing.slots());
        return teacher.gguf() == null ? new DjlTeacher(model) : new GgufTeacher(model);
    }

    private static SharedTeacher shared(TeacherSettings.Configured teacher, Teacher opened, int most) {
        var standard = SharingSettings.upTo(most);
        return new SharedTeacher(
                opened,
                new SharingSettings(
                        standard.firstInFlight(),
                        most,
                        teacher.limits().rpm(),
                        teacher.limits().tpm(),
                        standard.attempts(),
                        standard.firstWait(),
                        standard.longestWait(),
                        standard.patience()));
    }

    private static ApiKey key(TeacherSettings.Configured teacher) {
        if (teacher.apiKeyFile() != null) {
            return ApiKey.fromFile(Path.of(teacher.apiKeyFile()));
        }
        return teacher.apiKeyEnv() != null ? ApiKey.fromEnvironment(teacher.apiKeyEnv()) : ApiKey.none();
    }
}
