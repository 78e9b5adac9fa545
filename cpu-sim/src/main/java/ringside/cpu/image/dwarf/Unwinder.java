package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import ringside.cpu.BadInputException;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.UnreadableException;

/**
 * Walks the call stack by the image's frame information.   @dwarf 5, 6.4.3
 *
 * <p>How it works: from the registers of a frame, the row of its address gives the canonical frame address and with it the
 * registers of the caller; the caller's address is the one in the return register. On Cortex-M a return address may be the
 * sign of an exception ({@link ExceptionFrame}), and then the interrupted frame is the one that the processor stacked.
 */
final class Unwinder {
    private static final int MOST_FRAMES = 256;
    private static final int STACK_POINTER = 13;
    private static final int LINK_REGISTER = 14;

    private final Units units;
    private final CallFrames callFrames;
    private final ElfMachine machine;
    private final MemoryReader memory;

    Unwinder(Units units, CallFrames callFrames, MemoryReader memory) {
        this.units = units;
        this.callFrames = callFrames;
        this.memory = memory;
        machine = units.sections().machine();
    }

    CallStack unwind(RegisterReader live) {
        Map<String, Long> registers = new TreeMap<>();
        for (String name : Registers.names(machine)) {
            read(live, name).ifPresent(value -> registers.put(name, value));
        }
        OptionalLong address = read(live, Registers.programCounter(machine));
        if (address.isEmpty()) {
            throw UnreadableException.register(Registers.programCounter(machine));
        }
        return unwind(new Next(machine.codeAddress(address.getAsLong()), StackFrame.Kind.INNERMOST, registers), live);
    }

    /** The calls around a frame that another program's information led to. */
    CallStack unwind(StackFrame frame, RegisterReader live) {
        return unwind(new Next(frame.address(), frame.kind(), new TreeMap<>(frame.registers())), live);
    }

    private CallStack unwind(Next innermost, RegisterReader live) {
        Next next = innermost;
        List<StackFrame> frames = new ArrayList<>();
        String end = "the stack has more than " + MOST_FRAMES + " frames";
        while (frames.size() < MOST_FRAMES) {
            try {
                next = step(next, frames, live);
            } catch (UnreadableException | BadInputException e) {
                end = e.getMessage();
                break;
            }
        }
        return new CallStack(frames, end);
    }

    private record Next(long address, StackFrame.Kind kind, Map<String, Long> registers) {}

    /** Adds the frame, and finds the one of its caller. */
    private Next step(Next frame, List<StackFrame> frames, RegisterReader live) {
        long lookup = frame.kind == StackFrame.Kind.CALLER ? frame.address - 1 : frame.address;
        Optional<CallFrameEntry> entry = callFrames.at(lookup);
        Optional<CallFrameRow> row =
                entry.map(found -> CallFrameProgram.rowAt(found, lookup)).or(() -> rowAtEntry(frame));
        Optional<Long> frameAddress = row.flatMap(found -> frameAddress(found, frame));
        OptionalLong canonical = frameAddress.map(OptionalLong::of).orElse(OptionalLong.empty());
        frames.add(new StackFrame(frame.address, frame.kind, canonical, frame.registers));
        if (row.isEmpty() && isHandlerOfProcess(frame)) {
            return interrupted(frame.registers.get("lr"), frame.registers, live);
        }
        if (row.isEmpty()) {
            throw new UnreadableException("there is no frame information for 0x" + Long.toHexString(frame.address));
        }
        if (frameAddress.isEmpty()) {
            throw new UnreadableException("the frame at 0x" + Long.toHexString(frame.address) + " cannot be found");
        }
        Map<String, Long> caller = callerRegisters(row.get(), frame, frameAddress.get());
        int returnRegister = entry.map(found -> found.common().returnRegister()).orElse(LINK_REGISTER);
        return caller(frame, Registers.name(machine, returnRegister), caller, live);
    }

    /** Before its first instruction a function has saved nothing, so that no information is needed. */
    private Optional<CallFrameRow> rowAtEntry(Next frame) {
        boolean isEntry = machine == ElfMachine.ARM
                && frame.kind == StackFrame.Kind.INNERMOST
                && units.sections()
                        .symbols()
                        .at(frame.address)
                        .filter(place -> place.offset() == 0 && place.symbol().isFunction())
                        .isPresent();
        if (!isEntry) {
            return Optional.empty();
        }
        CallFrameRow row = new CallFrameRow();
        row.setFrame(STACK_POINTER, 0);
        return Optional.of(row);
    }

    /**
     * Whether code without frame information is the beginning of a handler that interrupted code on the process stack: what
     * the processor stacked then lies at the process stack pointer, whatever the handler does with its own.
     */
    private boolean isHandlerOfProcess(Next frame) {
        Long link = frame.registers.get("lr");
        return machine == ElfMachine.ARM
                && frame.kind == StackFrame.Kind.INNERMOST
                && link != null
                && ExceptionFrame.isReturn(link)
                && ExceptionFrame.isOnProcessStack(link);
    }

    private Next interrupted(long link, Map<String, Long> handler, RegisterReader live) {
        ExceptionFrame interrupted = ExceptionFrame.read(link, handler, live, memory);
        return new Next(interrupted.address(), StackFrame.Kind.INTERRUPTED, interrupted.registers());
    }

    private Next caller(Next frame, String returnRegister, Map<String, Long> caller, RegisterReader live) {
        Long returnAddress = caller.get(returnRegister);
        // A processor begins with a link register of all ones; other loaders begin with zero.
        if (returnAddress == null || returnAddress == 0 || returnAddress == 0xFFFF_FFFFL) {
            throw new UnreadableException("the outermost function is reached");
        }
        if (machine == ElfMachine.ARM && ExceptionFrame.isReturn(returnAddress)) {
            return interrupted(returnAddress, caller, live);
        }
        long address = machine.codeAddress(returnAddress);
        if (!units.sections().elf().isCode(address)) {
            throw new UnreadableException(
                    "the return address 0x" + Long.toHexString(returnAddress) + " lies in no code");
        }
        String stackPointer = Registers.stackPointer(machine);
        long before = frame.registers.getOrDefault(stackPointer, 0L);
        long after = caller.getOrDefault(stackPointer, 0L);
        boolean mayStay = frame.kind != StackFrame.Kind.CALLER && machine == ElfMachine.ARM;
        if (Long.compareUnsigned(after, before) < 0 || after == before && !mayStay) {
            throw new UnreadableException("the stack goes on nowhere from 0x" + Long.toHexString(frame.address));
        }
        caller.put(Registers.programCounter(machine), address);
        return new Next(address, StackFrame.Kind.CALLER, caller);
    }

    private Optional<Long> frameAddress(CallFrameRow row, Next frame) {
        try {
            if (row.frameExpression().isPresent()) {
                return Optional.of(Expression.number(row.frameExpression().get(), context(frame.registers)));
            }
            Long base = frame.registers.get(Registers.name(machine, row.frameRegister()));
            return Optional.ofNullable(base).map(value -> masked(value + row.frameOffset()));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private Map<String, Long> callerRegisters(CallFrameRow row, Next frame, long frameAddress) {
        Map<String, Long> caller = new TreeMap<>();
        frame.registers.forEach((name, value) -> {
            boolean isLink = machine == ElfMachine.ARM && name.equals("lr");
            if (isLink || Registers.isPreserved(machine, name)) {
                caller.put(name, value);
            }
        });
        caller.put(Registers.stackPointer(machine), frameAddress);
        row.rules().forEach((number, rule) -> {
            String name = Registers.name(machine, number);
            caller.remove(name);
            try {
                OptionalLong value = value(rule, name, frame.registers, frameAddress);
                value.ifPresent(found -> caller.put(name, masked(found)));
            } catch (UnreadableException e) {
                // The register stays unknown, and who asks for it is told so.
                caller.remove(name);
            }
        });
        return caller;
    }

    private OptionalLong value(CallFrameRule rule, String name, Map<String, Long> registers, long frameAddress) {
        if (rule instanceof CallFrameRule.Same) {
            return registers.containsKey(name) ? OptionalLong.of(registers.get(name)) : OptionalLong.empty();
        }
        if (rule instanceof CallFrameRule.SavedAt saved) {
            return OptionalLong.of(load(frameAddress + saved.offset()));
        }
        if (rule instanceof CallFrameRule.FrameAddress address) {
            return OptionalLong.of(frameAddress + address.offset());
        }
        if (rule instanceof CallFrameRule.InRegister other) {
            Long value = registers.get(Registers.name(machine, other.number()));
            return value == null ? OptionalLong.empty() : OptionalLong.of(value);
        }
        if (rule instanceof CallFrameRule.SavedAtExpression saved) {
            return OptionalLong.of(load(Expression.number(saved.expression(), context(registers), frameAddress)));
        }
        if (rule instanceof CallFrameRule.FromExpression computed) {
            return OptionalLong.of(Expression.number(computed.expression(), context(registers), frameAddress));
        }
        return OptionalLong.empty();
    }

    private ExpressionContext context(Map<String, Long> registers) {
        StackFrame frame = new StackFrame(0, StackFrame.Kind.INNERMOST, OptionalLong.empty(), registers);
        Unit unit = units.all().isEmpty() ? null : units.all().get(0);
        if (unit == null) {
            throw new UnreadableException("there is no debug information");
        }
        return new ExpressionContext(units, unit, frame::register, memory, OptionalLong.empty(), Optional.empty());
    }

    private long load(long address) {
        return memory.unsigned(masked(address), machine.addressSizeInBytes());
    }

    private long masked(long value) {
        return machine.addressSizeInBytes() == 4 ? value & 0xFFFF_FFFFL : value;
    }

    private static OptionalLong read(RegisterReader live, String name) {
        try {
            return OptionalLong.of(live.read(name));
        } catch (UnreadableException e) {
            return OptionalLong.empty();
        }
    }
}
