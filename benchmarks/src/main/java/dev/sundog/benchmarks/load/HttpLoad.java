package dev.sundog.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Callers that each wait for the answer and ask again at once, so that the server is never idle. */
public final class HttpLoad {

    private final int port;
    private final int connections;

    public HttpLoad(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /**
     * Asks for so long.
     *
     * @param requests the next request; asked by several threads
     */
    public LoadResult run(Supplier<byte[]> requests, Duration length) {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        try (ExecutorService callers = Executors.newFixedThreadPool(connections)) {
            List<Future<LoadResult>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(callers.submit(() -> call(requests, end)));
            }
            LoadResult sum = new LoadResult(0, 0, length, histogram());
            for (Future<LoadResult> one : running) {
                sum = plus(sum, one.get());
            }
            return new LoadResult(
                    sum.requests(), sum.refused(), Duration.ofNanos(System.nanoTime() - start), sum.micros());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private LoadResult call(Supplier<byte[]> requests, long end) {
        Histogram micros = histogram();
        long asked = 0;
        long refused = 0;
        try (HttpConnection connection = new HttpConnection(port)) {
            for (long before = System.nanoTime(); before < end; asked++) {
                int status = connection.exchange(requests.get());
                long after = System.nanoTime();
                micros.recordValue((after - before) / 1000);
                refused += status / 100 == 2 ? 0 : 1;
                before = after;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LoadResult(asked, refused, Duration.ZERO, micros);
    }

    private static LoadResult plus(LoadResult sum, LoadResult one) {
        sum.micros().add(one.micros());
        return new LoadResult(
                sum.requests() + one.requests(), sum.refused() + one.refused(), sum.length(), sum.micros());
    }

    private static Histogram histogram() {
        return new Histogram(60_000_000, 3);
    }
}
