package ringside.cpu.device;

import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/**
 * Where a port's bytes leave the machine: each becomes a console event.
 *
 * @param trace where events are left
 * @param clock gives the event its mark
 * @param port the index of the port in the machine's list of consoles
 */
public record ConsoleOutput(TraceRing trace, Clock clock, int port) {

    /** Sends one byte, of which the low eight bits count. */
    public void send(int value) {
        if (trace.wants(CpuEventKind.CONSOLE)) {
            trace.add(clock.instructions(), CpuEventKind.CONSOLE, port, value & 0xFF, 0, 0);
        }
    }
}
