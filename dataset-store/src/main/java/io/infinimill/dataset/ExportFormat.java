package io.infinimill.dataset;

/**
 * A format that a version can be taken out in. Implementations are records without components, named in kebab-case by
 * their class name. The same rows in the same order give the same bytes; UTF-8, one type per column, no NaN, a newline
 * at the end.
 */
public sealed interface ExportFormat permits DatasetExport, CorrectionExport {}
