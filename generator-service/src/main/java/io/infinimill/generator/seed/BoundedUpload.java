package io.infinimill.generator.seed;

import io.infinimill.generator.web.TooLarge;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** An upload of which no more than so many bytes are read; counted behind the decompression, so that a bomb is none. */
final class BoundedUpload extends FilterInputStream {

    private final DataSize most;
    private long left;

    BoundedUpload(InputStream upload, DataSize most) {
        super(upload);
        this.most = most;
        this.left = most.toBytes();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new TooLarge("the upload has more than %,d bytes, so nothing of it is stored. Maybe send it in parts"
                    .formatted(most.toBytes()));
        }
    }
}
