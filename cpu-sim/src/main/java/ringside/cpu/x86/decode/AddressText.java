package ringside.cpu.x86.decode;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.operand.Address;

/** Addresses of operands in memory, such as {@code fs:[rax+rbx*4-0x10]}. */
final class AddressText {
    private AddressText() {}

    /**
     * An address.
     *
     * @param implied whether the instruction implies it: then its segment is always written
     */
    static String of(Fields f, Address address, boolean implied) {
        boolean overridden = f.prefixes().segment() >= 0;
        boolean registers = address.base() != X86Core.NONE || address.index() != X86Core.NONE;
        String segment = overridden || implied || !registers ? RegisterText.segment(address.segment()) + ":" : "";
        if (!registers) {
            return segment + hex(address.displacement(), address.size());
        }
        return segment + "[" + registers(address) + displacement(f, address) + "]";
    }

    private static String registers(Address address) {
        String base = address.base() == X86Core.NONE
                ? ""
                : address.base() == X86Core.RIP
                        ? address.size() == OperandSize.QUADWORD ? "rip" : "eip"
                        : RegisterText.general(address.base(), address.size());
        if (address.index() == X86Core.NONE) {
            return base;
        }
        String index = RegisterText.general(address.index(), address.size());
        String scaled = address.size() == OperandSize.WORD ? index : index + "*" + (1 << address.scaleShift());
        return base.isEmpty() ? scaled : base + "+" + scaled;
    }

    /** A displacement that is encoded is written, even if it is zero. */
    private static String displacement(Fields f, Address address) {
        boolean alone = address.base() == X86Core.NONE || address.base() == X86Core.RIP;
        boolean encoded = f.modRm() >= 0 && f.modRm() >>> 6 != 0 || alone;
        long value = address.displacement();
        if (!encoded) {
            return "";
        }
        return value < 0 ? "-0x" + Long.toHexString(-value) : "+0x" + Long.toHexString(value);
    }

    private static String hex(long value, OperandSize size) {
        return "0x" + Long.toHexString(value & size.mask());
    }
}
