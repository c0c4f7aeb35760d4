package dev.sundog.local.stack;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Does several things at the same time and fails as soon as one of them does. */
final class SideBySide {

    private SideBySide() {}

    static void run(List<Runnable> work) {
        // Left alone on failure: the rest ends when its processes are ended.
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var done = new ExecutorCompletionService<Void>(executor);
        work.forEach(task -> done.submit(task, null));
        try {
            for (int i = 0; i < work.size(); i++) {
                done.take().get();
            }
            executor.shutdown();
        } catch (ExecutionException e) {
            executor.shutdownNow();
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
