package ringside.app.simulation;

import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import ringside.pane.ViewRequest;
import ringside.pane.lesson.LessonOutlet;

/**
 * What the window may ask of the simulation. Every method returns at once; what comes of it arrives as a {@link Frame}.
 * Called on the JavaFX thread.
 */
public interface Simulation {
    /** The largest speed: as fast as the program can. */
    double FULL_SPEED = Double.POSITIVE_INFINITY;

    /** The latest frame. Changes on the JavaFX thread, at most once a display pulse. */
    ReadOnlyObjectProperty<Frame> frameProperty();

    /** Opens a bundled image by name, or an ELF or trace file by path, and stops before its first instruction. */
    void open(String imageOrFile);

    /** Opens a lesson's image and begins the lesson. */
    void startLesson(String id);

    /** What the lesson pane may ask for. */
    LessonOutlet lesson();

    /** Says which views frames shall hold from now on. */
    void request(Set<ViewRequest> requests);

    /** One instruction. */
    void step(Direction direction);

    /** One instruction, with everything it calls. */
    void over(Direction direction);

    /** To the end of this function, or back to its start. */
    void out(Direction direction);

    /** Until a breakpoint, the guest's end, or {@link #pause}. */
    void run(Direction direction);

    /** To the next event of the kind, or the one before. */
    void toEvent(Direction direction, String kind);

    /** To the next time this instruction is about to run, or the one before. */
    void toAddress(Direction direction, long address);

    /** Goes to an instant. */
    void seek(long mark);

    /** Back to before the first instruction. Breakpoints stay. */
    void restart();

    /** Stops running or searching. */
    void pause();

    /** Sets how many instructions a second {@link #run} makes. */
    void speed(double instructionsPerSecond);

    /** Sets or removes a breakpoint at an instruction. */
    void toggleBreakpoint(long address);

    /** Sets or removes a breakpoint at a source line. */
    void toggleBreakpoint(String file, int line);

    /** Sends text to an input port, now. */
    void type(String port, String text);

    /** Saves a trace of the run so far. */
    void saveTrace(java.nio.file.Path file);

    /** Ends the simulation's thread. */
    void close();

    /** Forwards or backwards in time. */
    enum Direction {
        FORWARDS,
        BACKWARDS
    }
}
