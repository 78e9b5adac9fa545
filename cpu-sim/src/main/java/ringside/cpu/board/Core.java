package ringside.cpu.board;

import ringside.cpu.armv7m.SemihostingHandler;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.machine.Processor;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;

/**
 * A processor core with the wires that a board connects.
 *
 * @param processor the processor
 * @param interrupts the wires of the external interrupts, by number
 * @param nonMaskable the wire of the non-maskable interrupt
 */
record Core(Processor processor, InterruptLine[] interrupts, InterruptLine nonMaskable) {

    /** Makes the core of a board. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes the core.
         *
         * @param devicesReset resets all devices of the board, when the guest asks for a system reset
         */
        Core make(
                BoardDescription board,
                Bus bus,
                Clock clock,
                TraceRing trace,
                SemihostingHandler semihosting,
                Runnable devicesReset);
    }
}
