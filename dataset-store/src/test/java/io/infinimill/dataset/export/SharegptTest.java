package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;

class SharegptTest extends FormatTest {

    @Override
    DatasetExport format() {
        return new Sharegpt();
    }
}
