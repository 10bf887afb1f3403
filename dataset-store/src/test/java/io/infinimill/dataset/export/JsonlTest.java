package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;

class JsonlTest extends FormatTest {

    @Override
    DatasetExport format() {
        return new Jsonl();
    }
}
