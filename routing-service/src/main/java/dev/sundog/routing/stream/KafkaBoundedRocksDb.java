package dev.sundog.routing.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** Bounds the memory of all stores of this process together: one cache, one write buffer manager. Kafka makes it by its name. */
public final class KafkaBoundedRocksDb implements RocksDBConfigSetter {

    /** Name of the setting: bytes of memory for all stores together. */
    static final String MEMORY = "sundog.store.memory.bytes";

    private static final Object LOCK = new Object();
    private static @Nullable Shared shared;

    /** Kafka makes it. */
    public KafkaBoundedRocksDb() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var memory = shared(Long.parseLong(String.valueOf(configs.getOrDefault(MEMORY, 32L << 20))));
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.buffers());
        options.setWriteBufferSize(2L << 20);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // The cache and the write buffers belong to all stores and live as long as the process.
    }

    private static Shared shared(long bytes) {
        synchronized (LOCK) {
            var made = shared;
            if (made == null) {
                var cache = new LRUCache(bytes, -1, false, 0.1);
                made = new Shared(cache, new WriteBufferManager(bytes / 4, cache));
                shared = made;
            }
            return made;
        }
    }

    private record Shared(Cache cache, WriteBufferManager buffers) {}
}
