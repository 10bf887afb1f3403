package io.infinimill.filter;

/**
 * Decides over a template once, for all of its samples. The step makes one index per dataset and equal filter, and adds
 * the dataset's templates in the order in which they were announced, so that every replica decides alike. Samples
 * without a template are none of its business.
 */
public non-sealed interface TemplateFilter extends Filter {

    /** An empty index. */
    TemplateIndex index();
}
