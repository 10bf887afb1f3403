package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;

class MessagesTest extends FormatTest {

    @Override
    DatasetExport format() {
        return new Messages();
    }
}
