package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.floating.Binary;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.FloatingFormat;

/** Conversions of one element, or of the two of 64 bits. @sdm Vol.1 11.4.1.6 */
final class Convert {
    private static final long LOW = 0xFFFF_FFFFL;

    private Convert() {}

    static long doublewordsToSingle(FloatingContext c, long value) {
        long low = Binary.fromInteger(c, FloatingFormat.SINGLE, (int) value);
        return low | Binary.fromInteger(c, FloatingFormat.SINGLE, value >> 32) << 32;
    }

    static long singleToDoublewords(FloatingContext c, long value) {
        long low = Binary.toInteger(c, FloatingFormat.SINGLE, value & LOW, 32) & LOW;
        return low | Binary.toInteger(c, FloatingFormat.SINGLE, value >>> 32, 32) << 32;
    }

    static long singleToDoublewordsTruncated(FloatingContext c, long value) {
        c.setRounding(FloatingContext.TRUNCATE);
        return singleToDoublewords(c, value);
    }

    static long singleToDouble(FloatingContext c, long value) {
        return Binary.convert(c, FloatingFormat.SINGLE, FloatingFormat.DOUBLE, value);
    }

    static long doublewordToDouble(FloatingContext c, long value) {
        return Binary.fromInteger(c, FloatingFormat.DOUBLE, (int) value);
    }

    static long doubleToSingle(FloatingContext c, long value) {
        return Binary.convert(c, FloatingFormat.DOUBLE, FloatingFormat.SINGLE, value);
    }

    static long doubleToDoubleword(FloatingContext c, long value) {
        return Binary.toInteger(c, FloatingFormat.DOUBLE, value, 32) & LOW;
    }

    static long doubleToDoublewordTruncated(FloatingContext c, long value) {
        c.setRounding(FloatingContext.TRUNCATE);
        return doubleToDoubleword(c, value);
    }
}
