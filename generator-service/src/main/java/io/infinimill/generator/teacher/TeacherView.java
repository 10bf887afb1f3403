package io.infinimill.generator.teacher;

import io.infinimill.teacher.shared.TeacherHealth;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A teacher as users see it; never its key.
 *
 * @param url its address, or the name of its file
 * @param priceIn per million tokens sent
 * @param priceOut per million tokens that come back
 * @param sameness how alike its last replies in this process are, and how many name a model
 * @param health whether it answers, and how many requests at once it was found to bear
 */
record TeacherView(
        String name,
        String url,
        String model,
        @Nullable String family,
        BigDecimal priceIn,
        BigDecimal priceOut,
        @Nullable String licence,
        TeacherSettings.Limits limits,
        TeacherSettings.Abilities abilities,
        Sameness.Shares sameness,
        TeacherHealth health) {

    static TeacherView of(
            String name, TeacherSettings.Configured teacher, Sameness.Shares sameness, TeacherHealth health) {
        return new TeacherView(
                name,
                teacher.url() == null
                        ? String.valueOf(Objects.requireNonNull(teacher.file()).getFileName())
                        : teacher.url().toString(),
                teacher.model(),
                teacher.family(),
                teacher.priceIn(),
                teacher.priceOut(),
                teacher.licence(),
                teacher.limits(),
                teacher.abilities(),
                sameness,
                health);
    }
}
