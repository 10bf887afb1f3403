package io.infinimill.dataset.export;

import io.infinimill.dataset.ExportFormat;
import java.util.Map;

/** The export formats by the names that requests use. */
record DatasetFormats(Map<String, ExportFormat> byName) {}
