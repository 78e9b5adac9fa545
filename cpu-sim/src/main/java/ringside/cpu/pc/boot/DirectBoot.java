package ringside.cpu.pc.boot;

import java.util.List;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.cpu.bus.Bus;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.image.GuestImage;
import ringside.cpu.machine.LoadedPart;
import ringside.cpu.x86.Ports;
import ringside.cpu.x86.processor.X86Processor;

/**
 * A kernel that is loaded directly: it begins where firmware and boot loader would have handed over.
 *
 * <p>If a file has several headers, the order is that of QEMU's {@code -kernel}, multiboot 1 before PVH, with multiboot 2
 * between them.
 */
public final class DirectBoot {
    static final String LOADER = "ringside";
    /** The root pointer of ACPI, where a kernel searches for it, and behind it the tables and the GDT. */
    private static final long ROOT_POINTER = 0xF_0000;

    private static final long TABLES = 0xF_0040;
    private static final long DESCRIPTORS = 0xF_1000;
    /** Behind the last of them. */
    static final long FIRMWARE_END = 0xF_2000;

    private final GuestImage image;
    private final BootProtocol protocol;
    private final String commandLine;
    private final List<BootModule> modules;

    /**
     * Prepares to boot.
     *
     * @param commandLine the text of {@code --append}
     * @throws BadInputException if the file has no header that is known
     */
    public DirectBoot(GuestImage image, String commandLine, List<BootModule> modules) {
        requirePc(image);
        this.image = image;
        this.commandLine = commandLine;
        this.modules = List.copyOf(modules);
        protocol = protocolOf(image)
                .orElseThrow(() -> new BadInputException(image.fileName()
                        + " has no header that a boot loader of a PC knows: neither multiboot 1 in its first 8 KiB, nor"
                        + " multiboot 2 in its first 32 KiB, nor a PVH note"));
    }

    private static void requirePc(GuestImage image) {
        if (image.elf().isPresent() && image.elf().get().machine() == ElfMachine.ARM) {
            throw new BadInputException(
                    image.fileName() + " is an image for Arm, and the board pc has an x86-64 processor");
        }
    }

    private static Optional<BootProtocol> protocolOf(GuestImage image) {
        return Multiboot1.find(image).or(() -> Multiboot2.find(image)).or(() -> Pvh.find(image));
    }

    /** Whether a file without ELF header is a kernel all the same, by a multiboot header. */
    public static boolean isKernel(GuestImage image) {
        return protocolOf(image).isPresent();
    }

    static byte[] rootPointer() {
        return AcpiTables.withChecksum(AcpiTables.rsdp(TABLES + new AcpiTables().root()));
    }

    /**
     * Puts everything into memory that is all zero, programs the devices, and sets the registers of a processor that was
     * just reset.
     *
     * @return what lies where
     * @throws BadInputException if the kernel or its modules do not fit
     */
    public List<LoadedPart> start(Bus bus, MemoryMap map, Ports ports, X86Processor processor) {
        bus.poke(ROOT_POINTER, rootPointer());
        bus.poke(TABLES, new AcpiTables().at(TABLES));
        bus.poke(DESCRIPTORS, EntryState.descriptors());
        bus.poke(FirmwareSetup.BIOS_DATA, FirmwareSetup.biosData());
        BootMemory memory = new BootMemory(bus, map, image.fileName());
        EntryState entry = protocol.load(memory, new BootProtocol.Request(commandLine, modules, ROOT_POINTER));
        FirmwareSetup.program(ports, bus);
        entry.enter(processor, DESCRIPTORS);
        return memory.taken();
    }
}
