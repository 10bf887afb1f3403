package io.infinimill.filter;

/** What a {@link TemplateFilter} knows of a dataset. Never called by two threads at once. */
public interface TemplateIndex {

    /** Decides over the next template of the dataset; each is added once. */
    Verdict add(AnnouncedTemplate template);
}
