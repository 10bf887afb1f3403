package io.infinimill.filter;

import io.infinimill.model.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The announced templates of each dataset in their order, and what filters decided over them. */
@Component
class Templates {

    private final Map<String, Dataset> datasets = new ConcurrentHashMap<>();

    /** The first announcement of a template in a dataset counts, later ones change nothing. */
    void announce(String dataset, AnnouncedTemplate template) {
        datasets.computeIfAbsent(dataset, _ -> new Dataset()).announce(template);
    }

    /** The verdict over the sample's template; empty while that template is not announced. */
    Optional<Verdict> verdict(TemplateFilter filter, Sample sample) {
        var id = sample.templateId();
        if (id == null) {
            return Optional.of(Verdict.KEEP);
        }
        var dataset = datasets.get(sample.dataset());
        return dataset == null ? Optional.empty() : dataset.verdict(filter, id);
    }

    private static final class Dataset {

        private final Set<String> announced = new HashSet<>();
        private final List<AnnouncedTemplate> inOrder = new ArrayList<>();
        private final Map<TemplateFilter, Decided> decided = new HashMap<>();

        synchronized void announce(AnnouncedTemplate template) {
            if (announced.add(template.id())) {
                inOrder.add(template);
            }
        }

        synchronized Optional<Verdict> verdict(TemplateFilter filter, String templateId) {
            if (!announced.contains(templateId)) {
                return Optional.empty();
            }
            return Optional.of(
                    decided.computeIfAbsent(filter, Decided::new).upTo(inOrder).of(templateId));
        }
    }

    private static final class Decided {

        private final TemplateIndex index;
        private final Map<String, Verdict> verdicts = new HashMap<>();

        Decided(TemplateFilter filter) {
            index = filter.index();
        }

        Decided upTo(List<AnnouncedTemplate> announced) {
            for (var template : announced.subList(verdicts.size(), announced.size())) {
                verdicts.put(template.id(), index.add(template));
            }
            return this;
        }

        Verdict of(String templateId) {
            return verdicts.getOrDefault(templateId, Verdict.KEEP);
        }
    }
}
