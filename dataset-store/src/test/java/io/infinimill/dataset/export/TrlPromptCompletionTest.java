package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;

class TrlPromptCompletionTest extends FormatTest {

    @Override
    DatasetExport format() {
        return new TrlPromptCompletion();
    }
}
