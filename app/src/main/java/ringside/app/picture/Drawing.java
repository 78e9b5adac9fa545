package ringside.app.picture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import ringside.cpu.BadInputException;

/**
 * Starts JavaFX so that it draws into memory, and runs work on its thread.
 *
 * <p>The choice of the platform that draws into memory must be made before JavaFX starts; where a window is open
 * already, its platform serves as well.
 */
final class Drawing {
    private static final long PATIENCE_SECONDS = 60;
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Drawing() {}

    /** Starts JavaFX, if it does not run yet. */
    static synchronized void start() {
        JAVAFX.setLevel(Level.SEVERE);
        setUnlessGiven("glass.platform", "Monocle");
        setUnlessGiven("monocle.platform", "Headless");
        setUnlessGiven("prism.order", "sw");
        setUnlessGiven("java.awt.headless", "true");
        setUnlessGiven("headless.geometry", "1920x1080-32");
        CompletableFuture<Void> ready = new CompletableFuture<>();
        try {
            Platform.startup(() -> ready.complete(null));
        } catch (IllegalStateException runsAlready) {
            ready.complete(null);
        } catch (UnsupportedOperationException | LinkageError missing) {
            throw cannotDraw(missing);
        }
        Platform.setImplicitExit(false);
        await(ready);
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Runs on the JavaFX thread and waits for the result. */
    static <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | LinkageError failed) {
                result.completeExceptionally(failed);
            }
        });
        return await(result);
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BadInputException bad) {
                throw bad;
            }
            if (failed.getCause() instanceof LinkageError missing) {
                throw cannotDraw(missing);
            }
            throw new IllegalStateException("a picture could not be drawn", failed.getCause());
        } catch (TimeoutException stuck) {
            throw new BadInputException("JavaFX does not answer, so that no picture can be drawn; on Linux it needs the"
                    + " package libpangoft2-1.0-0 and a font");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", interrupted);
        }
    }

    private static BadInputException cannotDraw(Throwable missing) {
        return new BadInputException("JavaFX cannot draw on this computer (" + missing.getMessage()
                + "); on Linux, pictures need the package libpangoft2-1.0-0 and a font");
    }
}
