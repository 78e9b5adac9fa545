package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.machine.StopReason;

/** The shell of mini-redox, by the driver of the serial port. */
final class RedoxShellTest {

    @Test
    void everyDaemonIsReadyBeforeInitSaysSo() {
        String text = Terminal.booted().text();
        for (String daemon : new String[] {"nulld", "zerod", "randd", "logd", "ramfs", "seriald", "ps2d", "ramdiskd"}) {
            int ready = text.indexOf(daemon + ": ready\n");
            assertTrue(ready >= 0 && ready < text.indexOf("init: " + daemon + " is process "), daemon + " in\n" + text);
        }
    }

    @Test
    void filesAreWrittenReadListedAndRemoved() {
        Terminal terminal = Terminal.booted();
        assertEquals("numbers.txt\nwelcome.txt\n", terminal.line("ls /scheme/ramfs"));
        assertEquals("", terminal.line("echo one two > /scheme/ramfs/new/file"));
        assertEquals("one two\n", terminal.line("cat /scheme/ramfs/new/file"));
        assertEquals("numbers.txt\nwelcome.txt\nnew/\n", terminal.line("ls /scheme/ramfs"));
        assertEquals("", terminal.line("rm /scheme/ramfs/new/file"));
        assertEquals("shell: /scheme/ramfs/new/file: ENOENT\n", terminal.line("cat /scheme/ramfs/new/file"));
        assertEquals("shell: /scheme/ramfs: EISDIR\n", terminal.line("cat /scheme/ramfs"));
    }

    @Test
    void backspaceTakesACharacterBack() {
        assertEquals("ab\n", Terminal.booted().line("echo ax\u007Fb"));
    }

    @Test
    void aServerThatIsKilledTakesItsSchemeAlong() {
        Terminal terminal = Terminal.booted();
        assertEquals("/scheme/zero\n", terminal.line("ls /scheme/zero"));
        terminal.type("unmount zero\r");
        terminal.until("init: zerod (process 4) ended: signal 9\n");
        assertEquals("shell: /scheme/zero: ENODEV\n", terminal.line("ls /scheme/zero"));
    }

    @Test
    void controlCInterruptsTheCallThatAProgramWaitsIn() {
        Terminal terminal = Terminal.booted();
        terminal.type("run tester child sleep\r");
        terminal.until("sleep\n");
        terminal.run(1_000_000);
        terminal.type("\u0003");
        assertEquals("^C\nshell: tester ended: exit status 4\n", terminal.toThePrompt());
    }

    /** What a program did not read is for the shell. */
    @Test
    void aLineTypedWhileAProgramRunsIsDoneAfterIt() {
        Terminal terminal = Terminal.booted();
        terminal.type("run tester child sleep\r");
        terminal.until("sleep\n");
        terminal.type("echo ahead\r");
        terminal.run(1_000_000);
        terminal.type("\u0003");
        terminal.until("$ echo ahead\nahead\n$ ");
    }

    @Test
    void shutdownEndsTheMachine() {
        Terminal terminal = Terminal.booted();
        terminal.type("shutdown\r");
        assertInstanceOf(StopReason.Halted.class, terminal.run(10_000_000));
    }
}
