package ringside.app.simulation;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** The one thread that touches the machine: it takes jobs in order. */
final class SimulationThread {
    private final LinkedBlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "simulation");
    private final Consumer<RuntimeException> onBug;
    private volatile boolean closed;

    /** Starts the thread. A job that fails is a bug of this program: it is reported, and the thread goes on. */
    SimulationThread(Consumer<RuntimeException> onBug) {
        this.onBug = onBug;
        thread.setDaemon(true);
        thread.start();
    }

    /** Adds a job. */
    void post(Runnable job) {
        jobs.add(job);
    }

    /** Forgets the jobs that have not begun. */
    void clear() {
        jobs.clear();
    }

    /** Whether another job waits, so that a long one should make room. */
    boolean isWanted() {
        return !jobs.isEmpty();
    }

    /** Ends the thread after the present job. */
    void close() {
        closed = true;
        thread.interrupt();
    }

    private void perform(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException bug) {
            onBug.accept(bug);
        }
    }

    private void work() {
        while (!closed) {
            try {
                perform(jobs.take());
            } catch (InterruptedException ended) {
                closed = true;
            }
        }
    }
}
