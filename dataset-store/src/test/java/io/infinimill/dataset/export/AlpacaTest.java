package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;

class AlpacaTest extends FormatTest {

    @Override
    DatasetExport format() {
        return new Alpaca();
    }
}
