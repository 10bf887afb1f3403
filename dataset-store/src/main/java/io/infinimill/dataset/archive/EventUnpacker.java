package io.infinimill.dataset.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.util.UUID;

/** Gives packed events back, byte for byte. For one thread. */
public final class EventUnpacker implements AutoCloseable {

    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();

    public byte[] unpack(byte[] packed, byte[] example, UUID id) {
        zstd.loadDict(example);
        int size = Math.toIntExact(Zstd.getFrameContentSize(packed));
        return IdCut.with(zstd.decompress(packed, size), id);
    }

    @Override
    public void close() {
        zstd.close();
    }
}
