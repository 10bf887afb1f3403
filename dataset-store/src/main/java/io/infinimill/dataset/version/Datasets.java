package io.infinimill.dataset.version;

import io.infinimill.dataset.UnknownName;
import io.infinimill.model.ReasonCount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The datasets and how much of what they hold. */
final class Datasets {

    private static final String LIST = """
            select id, name,
                (select coalesce(sum(count), 0) from dataset.counts where dataset = datasets.id and reason = 0) as accepted,
                (select coalesce(sum(count), 0) from dataset.counts where dataset = datasets.id and reason > 0) as rejected,
                (select count(*) from dataset.templates where dataset = datasets.id) as templates,
                (select max(number) from dataset.versions where dataset = datasets.id) as latest
            from dataset.datasets
            where name > ? and id = coalesce(?, id)
            order by name
            limit ?
            """;

    private static final String NUMBER = "select id from dataset.datasets where name = ?";

    private static final String NAMES = "select name from dataset.datasets order by name";

    private static final String JOBS = """
            select name from dataset.jobs
            where id in (select job from dataset.counts where dataset = ?)
            order by id
            """;

    private static final String REJECTED = """
            select stage, operator, reasons.reason, sum(count) as count
            from dataset.counts join dataset.reasons on reasons.id = counts.reason
            where dataset = ?
            group by stage, operator, reasons.reason
            order by stage, operator, reasons.reason
            """;

    private static final String LICENCES = """
            select licence from dataset.templates
            where dataset = ? and licence is not null
            group by licence
            order by licence
            """;

    private final JdbcTemplate jdbc;

    Datasets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param templates verified templates that its samples may be instances of
     * @param latestVersion null before the first version
     */
    record Dataset(
            String name,
            long accepted,
            long rejected,
            long templates,
            @Nullable Integer latestVersion) {}

    List<Dataset> after(String name, int limit) {
        return list(name, null, limit);
    }

    Dataset load(int number) {
        return list("", number, 1).getFirst();
    }

    private List<Dataset> list(String after, @Nullable Integer number, int limit) {
        return jdbc.query(
                LIST,
                (row, index) -> new Dataset(
                        row.getString("name"),
                        row.getLong("accepted"),
                        row.getLong("rejected"),
                        row.getLong("templates"),
                        row.getObject("latest", Integer.class)),
                after,
                number,
                limit);
    }

    /** @throws UnknownName with the names there are */
    int number(String name) {
        return jdbc.queryForList(NUMBER, Integer.class, name).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownName("dataset", name, jdbc.queryForList(NAMES, String.class)));
    }

    List<String> jobs(int dataset) {
        return jdbc.queryForList(JOBS, String.class, dataset);
    }

    /** Licences that seeds of the dataset's templates name. */
    List<String> licences(int dataset) {
        return jdbc.queryForList(LICENCES, String.class, dataset);
    }

    List<ReasonCount> rejected(int dataset) {
        return jdbc.query(
                REJECTED,
                (row, index) -> new ReasonCount(
                        row.getString("stage"),
                        row.getString("operator"),
                        row.getString("reason"),
                        row.getLong("count")),
                dataset);
    }
}
