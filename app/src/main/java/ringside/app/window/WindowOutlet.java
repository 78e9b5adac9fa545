package ringside.app.window;

import ringside.app.start.StartContent;

/** What the window asks of the program around it. */
public interface WindowOutlet {
    /** What the start page offers now. */
    StartContent startContent();

    /** Remembers a file that was opened or saved. */
    void opened(String file);
}
