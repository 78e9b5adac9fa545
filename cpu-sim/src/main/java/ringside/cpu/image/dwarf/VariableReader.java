package ringside.cpu.image.dwarf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.UnreadableException;

/** Finds where a variable is at one moment, and makes its value. */
final class VariableReader {
    private final Units units;

    VariableReader(Units units) {
        this.units = units;
    }

    /** Where a global variable is. */
    Location location(Variable variable, MemoryReader memory) {
        return location(
                variable,
                OptionalLong.empty(),
                ExpressionContext.global(units, variable.die().unit(), memory));
    }

    /** Where a variable of a frame is. */
    Location location(Variable variable, StackFrame frame, MemoryReader memory) {
        Optional<Bytes> frameBase = variable.function().flatMap(f -> f.block(Attribute.FRAME_BASE));
        return location(
                variable,
                OptionalLong.of(frame.lookupAddress()),
                new ExpressionContext(
                        units,
                        variable.die().unit(),
                        frame::register,
                        memory,
                        frame.canonicalFrameAddress(),
                        frameBase));
    }

    private Location location(Variable variable, OptionalLong address, ExpressionContext context) {
        Die die = variable.die();
        Optional<Bytes> expression = die.block(Attribute.LOCATION);
        if (expression.isPresent()) {
            return Expression.evaluate(expression.get(), context);
        }
        OptionalLong list = die.constant(Attribute.LOCATION);
        if (list.isPresent() && address.isPresent()) {
            return LocationLists.at(die.unit(), list.getAsLong(), address.getAsLong())
                    .map(found -> Expression.evaluate(found, context))
                    .orElse(new Location.OptimisedOut("the compiler kept no copy here"));
        }
        return constant(die, variable.type());
    }

    private static Location constant(Die die, Type type) {
        OptionalLong number = type.plain() instanceof Type.Base base && base.encoding() == Type.Encoding.SIGNED
                ? die.signedConstant(Attribute.CONST_VALUE)
                : die.constant(Attribute.CONST_VALUE);
        if (number.isPresent()) {
            return new Location.Computed(number.getAsLong());
        }
        return die.block(Attribute.CONST_VALUE)
                .<Location>map(bytes -> new Location.Constant(boxed(bytes.toArray())))
                .orElse(new Location.OptimisedOut("the compiler kept no copy at all"));
    }

    private static List<Byte> boxed(byte[] bytes) {
        Byte[] all = new Byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes[i];
        }
        return List.of(all);
    }

    /** The value of a variable that is at a location. */
    TypedValue value(String path, Type type, Location location, RegisterReader registers, MemoryReader memory) {
        return new TypedValue(path, type, source(location, registers, memory), memory, addressMask());
    }

    long addressMask() {
        return units.sections().machine().addressSizeInBytes() == 4 ? 0xFFFF_FFFFL : -1L;
    }

    private ValueSource source(Location location, RegisterReader registers, MemoryReader memory) {
        if (location instanceof Location.InMemory place) {
            return new ValueSource.InMemory(memory, place.address(), addressMask());
        }
        if (location instanceof Location.InRegister register) {
            return register(register.name(), registers);
        }
        if (location instanceof Location.Computed computed) {
            return known(computed.value(), Long.BYTES);
        }
        if (location instanceof Location.Constant constant) {
            byte[] bytes = new byte[constant.bytes().size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = constant.bytes().get(i);
            }
            return new ValueSource.Known(bytes, OptionalLong.empty());
        }
        if (location instanceof Location.InPieces pieces) {
            return new PiecedSource(pieces.pieces().stream()
                    .map(piece ->
                            new PiecedSource.Part(source(piece.location(), registers, memory), piece.sizeInBytes()))
                    .toList());
        }
        return new ValueSource.Gone(location.text());
    }

    private ValueSource register(String name, RegisterReader registers) {
        try {
            int size = units.sections().machine().addressSizeInBytes();
            return known(registers.read(name), size);
        } catch (UnreadableException e) {
            return new ValueSource.Gone(e.getMessage());
        }
    }

    private static ValueSource known(long value, int size) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return new ValueSource.Known(Arrays.copyOf(bytes, size), OptionalLong.empty());
    }
}
