package ringside.cpu.image.dwarf;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads values that are no trees: numbers and texts. */
final class Scalars {
    private static final int LONGEST_TEXT = 1 << 16;

    private Scalars() {}

    static long number(TypedValue value) {
        Optional<Type.BitField> bits = value.bits();
        if (bits.isPresent()) {
            return bitField(value, bits.get());
        }
        int size = scalarSize(value);
        if (size > 8) {
            throw value.failure("it has " + size + " bytes, more than fit in 64 bits");
        }
        long raw = little(value.bytes(0, size));
        int unused = 64 - 8 * size;
        return size == 0 ? 0 : isSigned(value.type()) ? raw << unused >> unused : raw;
    }

    private static long bitField(TypedValue value, Type.BitField bits) {
        int bytes = (bits.lowestBit() + bits.widthInBits() + 7) / 8;
        BigInteger raw = BigInteger.ZERO;
        byte[] content = value.raw(0, bytes);
        for (int i = bytes - 1; i >= 0; i--) {
            raw = raw.shiftLeft(8).or(BigInteger.valueOf(content[i] & 0xFF));
        }
        long cut = raw.shiftRight(bits.lowestBit()).longValue();
        int unused = 64 - bits.widthInBits();
        return isSigned(value.type()) ? cut << unused >> unused : cut << unused >>> unused;
    }

    /** An integer of any size. */
    static BigInteger wide(TypedValue value) {
        byte[] bytes = value.bytes(0, scalarSize(value));
        byte[] big = new byte[bytes.length + 1];
        for (int i = 0; i < bytes.length; i++) {
            big[bytes.length - i] = bytes[i];
        }
        boolean isNegative = isSigned(value.type()) && bytes.length > 0 && bytes[bytes.length - 1] < 0;
        big[0] = (byte) (isNegative ? -1 : 0);
        return new BigInteger(big);
    }

    static double floatingPoint(TypedValue value) {
        int size = scalarSize(value);
        byte[] bytes = value.bytes(0, size);
        return switch (size) {
            case 4 -> Float.intBitsToFloat((int) little(bytes));
            case 8 -> Double.longBitsToDouble(little(bytes));
            default -> throw value.failure("it is no floating-point number of 4 or 8 bytes");
        };
    }

    static String text(TypedValue value) {
        boolean isBytes =
                isByte(value.count() == 0 ? value.type() : value.element(0).type());
        if (value.count() == 0) {
            return "";
        }
        if (!isBytes) {
            throw value.failure("its type " + value.type().name() + " is no text");
        }
        long count = value.count();
        if (count < 0 || count > LONGEST_TEXT) {
            throw value.failure("a text of " + Long.toUnsignedString(count) + " bytes is too long");
        }
        byte[] bytes = value.element(0).raw(0, (int) count);
        int end = bytes.length;
        if (!value.isSlice()) {
            for (end = 0; end < bytes.length && bytes[end] != 0; end++) {
                // looking for the end
            }
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    static boolean isByte(Type type) {
        return type.plain() instanceof Type.Base base
                && base.sizeInBytes() == 1
                && (base.encoding() == Type.Encoding.UNSIGNED || base.name().endsWith("char"));
    }

    private static boolean isSigned(Type type) {
        if (type instanceof Type.Enumeration enumeration) {
            return enumeration.isSigned();
        }
        return type instanceof Type.Base base && base.encoding() == Type.Encoding.SIGNED;
    }

    private static int scalarSize(TypedValue value) {
        Type type = value.type();
        boolean isScalar =
                type instanceof Type.Base || type instanceof Type.Pointer || type instanceof Type.Enumeration;
        if (!isScalar || type.sizeInBytes() < 0 || type.sizeInBytes() > 16) {
            throw value.failure("its type " + type.name() + " is no number");
        }
        return (int) type.sizeInBytes();
    }

    private static long little(byte[] bytes) {
        long value = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }
}
