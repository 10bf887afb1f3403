package io.infinimill.dataset.archive;

import com.github.luben.zstd.ZstdCompressCtx;
import java.util.UUID;

/**
 * Packs events: zstd with another event of the same origin as the dictionary, since samples of one template differ in
 * little but their numbers. The sample's id is cut out where the key already holds it. For one thread.
 */
public final class EventPacker implements AutoCloseable {

    private final ZstdCompressCtx zstd = new ZstdCompressCtx();

    public EventPacker(int level) {
        zstd.setLevel(level);
        zstd.setContentSize(true);
        zstd.setChecksum(false);
        zstd.setDictID(false);
    }

    /** Packs against this event from now on. */
    public void relateTo(byte[] example) {
        zstd.loadDict(example);
    }

    public byte[] pack(byte[] event, UUID id) {
        return zstd.compress(IdCut.without(event, id));
    }

    @Override
    public void close() {
        zstd.close();
    }
}
