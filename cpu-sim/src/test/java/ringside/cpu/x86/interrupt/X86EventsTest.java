package ringside.cpu.x86.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** What the trace tells of an x86 processor. */
class X86EventsTest {

    private static SystemCore recording(SystemCore core) {
        int all = 0;
        for (CpuEventKind kind : CpuEventKind.values()) {
            all |= kind.bit();
        }
        core.trace().clear();
        core.trace().record(all);
        return core;
    }

    private static List<String> events(SystemCore core) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < core.trace().size(); i++) {
            CpuEvent event = CpuEvent.read(core.trace(), i);
            events.add(event.kind() + " " + event.detail());
        }
        return events;
    }

    @Test
    void aPageFaultFromUserCodeAndItsReturn() {
        SystemCore core = SystemCore.long64(3);
        core.interruptGate(X86Fault.PF, SystemCore.CODE64, 0x9000, 0x8E, 0);
        recording(core);
        InterruptDelivery.exception(core, X86Fault.page(0xFFFF_8000_0000_1000L, 7));
        core.setRip(core.nextRip());
        core.dropStack(8);
        core.run("48cf");
        assertEquals(
                List.of(
                        "fault {number=14, status=7, address=ffff800000001000, instruction=8000}",
                        "processor-mode {mode=long-64, ring=0, modeBefore=long-64, ringBefore=3}",
                        "exception-entry {number=14, returnAddress=8000, fromPrivileged=false, errorCode=7,"
                                + " address=ffff800000001000}",
                        "processor-mode {mode=long-64, ring=3, modeBefore=long-64, ringBefore=0}",
                        "exception-return {address=8000, ring=3}"),
                events(core));
    }

    @Test
    void aDebugExceptionHasNoErrorCode() {
        SystemCore core = SystemCore.long64(0);
        core.interruptGate(X86Fault.DB, SystemCore.CODE64, 0x9000, 0x8E, 0);
        recording(core);
        InterruptDelivery.debugTrap(core, DebugBreakpoints.SINGLE_STEP);
        assertEquals(
                List.of("exception-entry {number=1, returnAddress=8000, fromPrivileged=true, address=4000}"),
                events(core));
    }

    @Test
    void theWayFromRealModeToLongModeIsTold() {
        SystemCore core = recording(SystemCore.real());
        core.setGpr(X86Core.RAX, 1);
        core.run("0f22c0");
        assertEquals(
                List.of("processor-mode {mode=protected-16, ring=0, modeBefore=real, ringBefore=0}"), events(core));
        core = recording(SystemCore.compatibility(0));
        core.run("ea 00900000 1800");
        assertEquals(
                List.of("processor-mode {mode=long-64, ring=0, modeBefore=compatibility, ringBefore=0}"), events(core));
    }
}
