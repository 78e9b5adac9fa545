package ringside.cpu.armv7m.exception;

/**
 * The interrupt registers of the system control space, on top of {@link Nvic}. @arm B3.4
 *
 * <p>Offsets count from 0xE000_E000. Bits of interrupts that do not exist read as 0 and ignore writes.
 */
public final class NvicRegisters {
    private static final int ICTR = 0x004;
    private static final int ISER = 0x100;
    private static final int ICER = 0x180;
    private static final int ISPR = 0x200;
    private static final int ICPR = 0x280;
    private static final int IABR = 0x300;
    private static final int IPR = 0x400;
    private static final int IPR_END = 0x7F0;
    /** Every bank of one bit an interrupt is so long. */
    private static final int BANK = 0x40;
    /** The software trigger interrupt register. */
    public static final int STIR = 0xF00;

    private final Nvic nvic;

    /** The registers of that controller. */
    public NvicRegisters(Nvic nvic) {
        this.nvic = nvic;
    }

    /**
     * Whether the register at that word offset may also be accessed by halfword and byte: all of them, on a Cortex-M3.
     * @arm Cortex-M3 TRM (DDI 0337) 8.2
     */
    public static boolean isByteAccessible(int offset) {
        return offset >= ISER && offset < IPR_END || offset == STIR;
    }

    /** Whether only the bits that are written as 1 count there, so that the lanes not written count as 0. */
    public static boolean takesOnes(int offset) {
        return offset >= ISER && offset < IPR || offset == STIR;
    }

    private static boolean isPriority(int offset) {
        return offset >= IPR && offset < IPR_END;
    }

    /** Reads a word. Reading has no effects. */
    public int read(int offset) {
        if (offset == ICTR) {
            return (nvic.count() - ExceptionNumber.FIRST_IRQ - 1) / 32;
        }
        if (isPriority(offset)) {
            return readPriorities(offset - IPR);
        }
        int bank = offset & ~(BANK - 1);
        int first = firstOf(offset);
        int value = 0;
        for (int i = 0; i < 32; i++) {
            if (exists(first + i) && reads(bank, first + i)) {
                value |= 1 << i;
            }
        }
        return value;
    }

    private boolean reads(int bank, int number) {
        return switch (bank) {
            case ISER, ICER -> nvic.isEnabled(number);
            case ISPR, ICPR -> nvic.isPending(number);
            case IABR -> nvic.isActive(number);
            default -> false;
        };
    }

    private int readPriorities(int irq) {
        int value = 0;
        for (int i = 3; i >= 0; i--) {
            int number = ExceptionNumber.FIRST_IRQ + irq + i;
            value = value << 8 | (exists(number) ? nvic.priority(number) : 0);
        }
        return value;
    }

    /** Writes a word. */
    public void write(int offset, int value) {
        if (offset == STIR) {
            int number = ExceptionNumber.FIRST_IRQ + (value & 0x1FF);
            if (exists(number)) {
                nvic.setPending(number);
            }
        } else if (isPriority(offset)) {
            for (int i = 0; i < 4; i++) {
                nvic.setPriority(ExceptionNumber.FIRST_IRQ + offset - IPR + i, value >>> 8 * i & 0xFF);
            }
        } else {
            int first = firstOf(offset);
            for (int i = 0; i < 32; i++) {
                if ((value >>> i & 1) != 0 && exists(first + i)) {
                    writeOne(offset & ~(BANK - 1), first + i);
                }
            }
        }
    }

    private void writeOne(int bank, int number) {
        switch (bank) {
            case ISER -> nvic.setEnabled(number, true);
            case ICER -> nvic.setEnabled(number, false);
            case ISPR -> nvic.setPending(number);
            case ICPR -> nvic.clearPending(number);
            default -> {}
        }
    }

    private static int firstOf(int offset) {
        return ExceptionNumber.FIRST_IRQ + (offset & BANK - 1) * 8;
    }

    private boolean exists(int number) {
        return number < nvic.count();
    }
}
