package ringside.cpu.image;

/** The processors whose images are read, with the number that an ELF header gives them and their register names. */
public enum ElfMachine {
    /** 32-bit Arm, with Thumb code for Cortex-M.   @elf e_machine EM_ARM */
    ARM(40, 4, "Arm"),
    /** 64-bit x86.   @elf e_machine EM_X86_64 */
    X86_64(62, 8, "x86-64"),
    /** 32-bit x86, as multiboot kernels come.   @elf e_machine EM_386 */
    I386(3, 4, "32-bit x86");

    private final int number;
    private final int addressSize;
    private final String title;

    ElfMachine(int number, int addressSize, String title) {
        this.number = number;
        this.addressSize = addressSize;
        this.title = title;
    }

    /** The number in {@code e_machine}. */
    public int number() {
        return number;
    }

    /** The size of an address, in bytes. */
    public int addressSizeInBytes() {
        return addressSize;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** An address without what is no part of it: on Arm bit 0 says Thumb, and 32-bit machines have 32 bits. */
    public long codeAddress(long address) {
        return switch (this) {
            case ARM -> address & 0xFFFF_FFFEL;
            case I386 -> address & 0xFFFF_FFFFL;
            case X86_64 -> address;
        };
    }
}
