package ringside.cpu.history;

import java.util.List;
import java.util.stream.LongStream;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.Processor;
import ringside.cpu.view.DisassemblyView;

/**
 * Calls and returns of Cortex-M: BL and BLX call; anything that loads PC may return.
 *
 * <p>A load of PC is a return if the instruction before the place where it lands is a call. Exceptions are not calls
 * here; they have events of their own.
 */
final class CortexMCalls implements CallRules {
    private static final List<String> MAY_RETURN = List.of("bx", "pop", "ldm", "ldr", "mov");

    private final Machine machine;
    private final Processor processor;

    CortexMCalls(Machine machine) {
        this.machine = machine;
        processor = machine.processor();
    }

    @Override
    public Place place() {
        long exception = processor.readRegister("xpsr") & 0x1FF;
        boolean processStack = exception == 0 && (processor.readRegister("control") & 2) != 0;
        return new Place(
                processor.programCounter(),
                processor.readRegister("sp"),
                processor.readRegister("lr"),
                exception << 1 | (processStack ? 1 : 0),
                processStack);
    }

    @Override
    public long programCounter() {
        return processor.programCounter();
    }

    @Override
    public boolean isNext(long instruction, long following) {
        long distance = following - instruction;
        return distance == 2 || distance == 4;
    }

    @Override
    public long returnAddress(long instruction, long target) {
        DisassemblyView.Line line = lineAt(instruction);
        if (line == null || !isCall(line, line.length()) || target == instruction + line.length()) {
            return -1;
        }
        return target == instruction ? -1 : instruction + line.length();
    }

    @Override
    public boolean isReturn(long instruction, long target) {
        if (isNext(instruction, target) || target == instruction) {
            return false;
        }
        DisassemblyView.Line line = lineAt(instruction);
        return line != null
                && line.target() < 0
                && MAY_RETURN.stream().anyMatch(line.mnemonic()::startsWith)
                && !line.mnemonic().startsWith("blx")
                && callSites(target).length > 0;
    }

    @Override
    public long[] callSites(long returnAddress) {
        return LongStream.of(2, 4)
                .filter(length -> isCallOrTrap(lineAt(returnAddress - length), length))
                .map(length -> returnAddress - length)
                .toArray();
    }

    /** A kernel that calls back into a process makes it return behind the SVC that the process waits in. */
    private static boolean isCallOrTrap(DisassemblyView.Line line, long length) {
        return isCall(line, length) || line != null && line.mnemonic().equals("svc");
    }

    private static boolean isCall(DisassemblyView.Line line, long length) {
        return line != null
                && line.length() == length
                && (line.mnemonic().startsWith("blx") || isBranchWithLink(line.mnemonic()));
    }

    /** BL with or without a condition, but not BLE, BLS or BLT. */
    private static boolean isBranchWithLink(String mnemonic) {
        String plain = mnemonic.endsWith(".w") ? mnemonic.substring(0, mnemonic.length() - 2) : mnemonic;
        return plain.equals("bl") || plain.startsWith("bl") && plain.length() == 4;
    }

    private DisassemblyView.Line lineAt(long address) {
        if (machine.bus().ramAt(address) == null) {
            return null;
        }
        List<DisassemblyView.Line> lines = processor.disassemble(address, 1).lines();
        return lines.isEmpty() ? null : lines.get(0);
    }
}
