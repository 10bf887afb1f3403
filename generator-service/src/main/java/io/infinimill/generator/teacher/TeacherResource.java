package io.infinimill.generator.teacher;

import io.infinimill.generator.web.Page;
import io.infinimill.generator.web.UnknownName;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/teachers")
class TeacherResource {

    private final Teachers teachers;
    private final SamenessMeters sameness;

    TeacherResource(Teachers teachers, SamenessMeters sameness) {
        this.teachers = teachers;
        this.sameness = sameness;
    }

    @GetMapping
    Page<TeacherView> list() {
        return new Page<>(teachers.names().stream().map(this::view).toList(), null);
    }

    @GetMapping("/{name}")
    TeacherView show(@PathVariable String name) {
        if (!teachers.names().contains(name)) {
            throw new UnknownName("teacher", name, teachers.names());
        }
        return view(name);
    }

    private TeacherView view(String name) {
        return TeacherView.of(name, teachers.configured(name), sameness.of(name), teachers.health(name));
    }
}
