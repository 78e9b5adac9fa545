package ringside.cpu.armv7m;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/** Writes down the core with everything hidden in it: banked stack pointer, ITSTATE, monitor, event register, sleep. */
final class CoreState {
    private CoreState() {}

    static void save(CortexMExceptions cpu, StateWriter out) {
        for (int i = 0; i < CortexM.PC; i++) {
            out.word(cpu.r[i]);
        }
        out.word(cpu.otherSp);
        out.word(cpu.pc);
        out.word(cpu.readXpsr());
        out.byteValue(cpu.control());
        out.flag(cpu.exclusive);
        out.flag(cpu.eventRegister);
        out.flag(cpu.sleeping);
        out.flag(cpu.sleepsForEvent);
        out.text(cpu.lockedUp == null ? "" : cpu.lockedUp);
        cpu.nvic.save(out);
        cpu.faults.save(out);
        cpu.scb.save(out);
        cpu.sysTick.save(out);
        cpu.mpu.save(out);
        cpu.privatePeripherals.saveRegisters(out);
    }

    static void restore(CortexMExceptions cpu, StateReader in) {
        for (int i = 0; i < CortexM.PC; i++) {
            cpu.r[i] = in.word();
        }
        cpu.otherSp = in.word();
        cpu.pc = in.word();
        int xpsr = in.word();
        int control = in.byteValue();
        cpu.npriv = (control & 1) != 0;
        cpu.spsel = (control & 2) != 0;
        cpu.exclusive = in.flag();
        cpu.eventRegister = in.flag();
        cpu.sleeping = in.flag();
        cpu.sleepsForEvent = in.flag();
        String diagnosis = in.text();
        cpu.lockedUp = diagnosis.isEmpty() ? null : diagnosis;
        cpu.nvic.restore(in);
        cpu.faults.restore(in);
        cpu.scb.restore(in);
        cpu.sysTick.restore(in);
        cpu.mpu.restore(in);
        cpu.privatePeripherals.restoreRegisters(in);
        cpu.pendingReturn = 0;
        cpu.resetRequested = false;
        cpu.writeXpsr(xpsr);
    }
}
