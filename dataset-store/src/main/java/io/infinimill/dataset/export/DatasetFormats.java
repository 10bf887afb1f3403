package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;
import java.util.Map;

/** The export formats by the names that requests use. */
record DatasetFormats(Map<String, DatasetExport> byName) {}
