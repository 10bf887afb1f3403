package io.infinimill.filter;

/** An operator of the filter stage: a record, pure, asked from many threads at once. */
public sealed interface Filter permits SampleFilter, DuplicateFilter, TemplateFilter {}
