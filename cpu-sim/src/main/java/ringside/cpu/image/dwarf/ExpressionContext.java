package ringside.cpu.image.dwarf;

import java.util.Optional;
import java.util.OptionalLong;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.UnreadableException;

/**
 * What an expression may ask for while it is evaluated.
 *
 * @param units to find types that it names
 * @param unit the unit that it belongs to
 * @param registers of the frame
 * @param memory of the program
 * @param canonicalFrameAddress the stack pointer of the caller, where it is known
 * @param frameBase what the function's variables are counted from
 */
record ExpressionContext(
        Units units,
        Unit unit,
        RegisterReader registers,
        MemoryReader memory,
        OptionalLong canonicalFrameAddress,
        Optional<Bytes> frameBase) {
    /** For expressions outside of any frame, such as those of global variables. */
    static ExpressionContext global(Units units, Unit unit, MemoryReader memory) {
        RegisterReader none = name -> {
            throw UnreadableException.register(name);
        };
        return new ExpressionContext(units, unit, none, memory, OptionalLong.empty(), Optional.empty());
    }

    ExpressionContext withoutFrameBase() {
        return new ExpressionContext(units, unit, registers, memory, canonicalFrameAddress, Optional.empty());
    }

    String register(long number) {
        return Registers.name(unit.sections().machine(), number);
    }
}
