package io.infinimill.model;

import static io.infinimill.model.Required.required;

/**
 * A template was executed with its seed's numbers, gave the known answer, and is about to yield samples for a dataset.
 * Sent by the generator before the first of those samples, once per dataset and template.
 *
 * @param jobId the job that made or first used it
 * @param dataset the dataset its samples go to
 * @param template the template
 */
public record TemplateVerified(String jobId, String dataset, Template template) {

    public TemplateVerified {
        required("TemplateVerified", "jobId", jobId);
        required("TemplateVerified", "dataset", dataset);
        required("TemplateVerified", "template", template);
    }
}
