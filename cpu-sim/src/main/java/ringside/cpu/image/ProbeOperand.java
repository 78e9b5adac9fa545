package ringside.cpu.image;

/** Where the value of a probe's argument is at the moment of the probe. */
public sealed interface ProbeOperand {
    /**
     * The bits there; those above the size of the argument have no meaning.
     *
     * @throws UnreadableException if the register or the memory cannot be read
     */
    long value(int sizeInBytes, RegisterReader registers, MemoryReader memory);

    /**
     * In a register.
     *
     * @param name the whole register, as {@link RegisterReader} names it
     * @param shift the lowest bit of the argument in it; 8 for x86's {@code %ah}, else 0
     */
    record Register(String name, int shift) implements ProbeOperand {
        @Override
        public long value(int sizeInBytes, RegisterReader registers, MemoryReader memory) {
            return registers.read(name) >>> shift;
        }
    }

    /** A number written into the probe itself. */
    record Constant(long number) implements ProbeOperand {
        @Override
        public long value(int sizeInBytes, RegisterReader registers, MemoryReader memory) {
            return number;
        }
    }

    /**
     * In memory, at {@code base + index * scale + offset}.
     *
     * @param base a register, or empty for none
     * @param index a register, or empty for none
     * @param scale what the index is multiplied with
     * @param offset the constant part of the address
     * @param addressMask the bits that an address has on this machine
     */
    record Memory(String base, String index, int scale, long offset, long addressMask) implements ProbeOperand {
        @Override
        public long value(int sizeInBytes, RegisterReader registers, MemoryReader memory) {
            return memory.unsigned(address(registers), sizeInBytes);
        }

        /** The address itself. */
        public long address(RegisterReader registers) {
            long sum = offset;
            sum += base.isEmpty() ? 0 : registers.read(base);
            sum += index.isEmpty() ? 0 : registers.read(index) * scale;
            return sum & addressMask;
        }
    }

    /** Written in a way that this program does not know; all the rest of the probe can be used. */
    record Unknown(String text) implements ProbeOperand {
        @Override
        public long value(int sizeInBytes, RegisterReader registers, MemoryReader memory) {
            throw new UnreadableException(
                    "the probe's argument is written as \"" + text + "\", which is not understood");
        }
    }
}
