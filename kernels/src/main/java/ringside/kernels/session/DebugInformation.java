package ringside.kernels.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Supplier;
import ringside.cpu.image.ContentRange;
import ringside.cpu.image.GuestImage;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.image.Symbol;
import ringside.cpu.image.SymbolPlace;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.CallStack;
import ringside.cpu.image.dwarf.CodePlace;
import ringside.cpu.image.dwarf.Dwarf;
import ringside.cpu.image.dwarf.SourceFile;
import ringside.cpu.image.dwarf.StackFrame;
import ringside.kernels.image.BootImage;
import ringside.kernels.memory.ProgramImage;
import ringside.kernels.view.SourceView;
import ringside.kernels.view.StackView;

/**
 * Relates addresses to names and source, over the image and the programs inside it.
 *
 * <p>A program inside the image (a process of its own) is asked before the image, for the addresses that it covers. Where
 * several programs cover an address, each in an address space of its own, the kernel's observer tells whose is current; if
 * it cannot, nothing is said about the address.
 */
public final class DebugInformation {
    /** Where a PC starts.   @sdm Vol.3A 9.1.4 */
    private static final long RESET_VECTOR = 0xFFFF_FFF0L;

    private final BootImage image;
    private final Program main;
    private final Program kernel;
    private final List<Program> inner = new ArrayList<>();
    private final List<StaticProbe> probes;
    private Supplier<Optional<String>> currentProgram = Optional::empty;

    DebugInformation(BootImage image) {
        this(image, image.symbolFiles());
    }

    DebugInformation(BootImage image, Map<String, byte[]> symbolFiles) {
        this.image = image;
        main = Program.of(image.name(), image.elf());
        for (Map.Entry<String, byte[]> file : symbolFiles.entrySet()) {
            inner.add(Program.of(file.getKey(), file.getValue()));
        }
        kernel = findKernel();
        probes = StaticProbe.of(kernel.elf(), kernel.symbols());
    }

    /** An ELF image is the kernel itself. In a ROM it is the program that is linked in the upper half of addresses. */
    private Program findKernel() {
        return GuestImage.isElf(image.elf())
                ? main
                : inner.stream()
                        .filter(program -> program.elf().loadSegments().stream()
                                .anyMatch(segment -> isUpperHalf(segment.virtualAddress())))
                        .findFirst()
                        .orElse(main);
    }

    /** Whether an address is in the upper half, which kernels of the PC keep for themselves.   @sdm Vol.1 3.3.7.1 */
    static boolean isUpperHalf(long address) {
        return address < 0;
    }

    /** Whether an address lies in the program that a PC starts with, which loads the kernel. */
    boolean isFirmware(long address) {
        return inner.stream().anyMatch(program -> program.contains(RESET_VECTOR) && program.contains(address));
    }

    /** The kernel: the image itself, or a program inside a ROM. */
    Program kernel() {
        return kernel;
    }

    /** The static probes of the kernel. An event names one by its index here. */
    public List<StaticProbe> probes() {
        return probes;
    }

    /** The debugging information of the kernel. */
    public Dwarf dwarf() {
        return kernel.dwarf();
    }

    /** Says who knows the name of the program in the current address space. */
    void askForProgram(Supplier<Optional<String>> asked) {
        currentProgram = asked;
    }

    private Program programOf(long address) {
        List<Program> there =
                inner.stream().filter(program -> program.contains(address)).toList();
        if (there.size() < 2) {
            return there.isEmpty() ? main : there.get(0);
        }
        String current = currentProgram.get().orElse("");
        return there.stream()
                .filter(program -> program.name().equals(current))
                .findFirst()
                .orElse(main);
    }

    /** The symbol that an address belongs to. */
    public Optional<SymbolPlace> symbolAt(long address) {
        return programOf(address).symbols().at(address);
    }

    /** Whether an address holds code or data, where the linker told. */
    Optional<ContentRange> contentAt(long address) {
        return programOf(address).symbols().contentAt(address);
    }

    /** The address of a symbol by its name, of the image or else of a program inside it. */
    public OptionalLong addressOf(String symbol) {
        for (Program program : programs()) {
            Optional<Symbol> found = program.symbols().named(symbol);
            if (found.isPresent()) {
                return OptionalLong.of(found.get().address());
            }
        }
        return OptionalLong.empty();
    }

    /** Where an address stands in the source. */
    public SourceView sourceAt(long address) {
        Program program = programOf(address);
        List<SourceView.Place> places = new ArrayList<>();
        for (CodePlace place : program.dwarf().placesAt(address)) {
            if (place.line() > 0) {
                places.add(new SourceView.Place(
                        place.file().path(), place.line(), place.column(), place.function(), place.isInlined()));
            }
        }
        String symbol = program.symbols().at(address).map(SymbolPlace::toString).orElse("");
        if (places.isEmpty()) {
            program.dwarf()
                    .lines()
                    .at(address)
                    .ifPresent(line -> places.add(new SourceView.Place(
                            line.file().path(),
                            line.line(),
                            line.column(),
                            symbol.replaceFirst("\\+0x.*", ""),
                            false)));
        }
        return new SourceView(address, program.name(), symbol, places, indexOfShown(places));
    }

    private int indexOfShown(List<SourceView.Place> places) {
        for (int i = 0; i < places.size(); i++) {
            if (image.source(places.get(i).file()).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** The text of a source file, if it is at hand. */
    public Optional<String> sourceText(String file) {
        return image.source(file);
    }

    /** The source files that code came from and whose text is at hand, sorted. */
    public Collection<String> files() {
        TreeSet<String> files = new TreeSet<>();
        for (Program program : programs()) {
            for (SourceFile file : program.dwarf().lines().files()) {
                if (image.source(file.path()).isPresent()) {
                    files.add(file.path());
                }
            }
        }
        return files;
    }

    /** The addresses at which statements of a line begin, in all programs. */
    public List<Long> addressesOf(String file, int line) {
        List<Long> addresses = new ArrayList<>();
        for (Program program : programs()) {
            addresses.addAll(program.dwarf().lines().addressesOf(new SourceFile(file), line));
        }
        return addresses;
    }

    private List<Program> programs() {
        List<Program> programs = new ArrayList<>();
        programs.add(kernel);
        if (kernel != main) {
            programs.add(main);
        }
        inner.stream().filter(program -> program != kernel).forEach(programs::add);
        return programs;
    }

    /** The programs as they may lie in memory: the image itself last, for it may hold the others. */
    List<ProgramImage> images() {
        List<ProgramImage> images = new ArrayList<>();
        for (Program program : programs()) {
            images.add(0, new ProgramImage(program.name(), program.elf(), program.symbols()));
        }
        return images;
    }

    /** The calls that have not returned, from the registers of now. */
    StackView stack(long programCounter, RegisterReader registers, MemoryReader memory) {
        try {
            Program program = programOf(programCounter);
            CallStack stack = program.dwarf().callStack(registers, memory);
            List<StackFrame> frames = new ArrayList<>(stack.frames());
            StackFrame last = frames.get(frames.size() - 1);
            Program other = programOf(last.address());
            if (other != program) {
                // A handler of the kernel interrupted a process, whose own information leads on.
                stack = other.dwarf().callStack(last, registers, memory);
                frames.remove(last);
                frames.addAll(stack.frames());
            }
            return new StackView(frames.stream().map(this::frame).toList(), stack.end());
        } catch (UnreadableException unknown) {
            return new StackView(List.of(), unknown.getMessage());
        }
    }

    private StackView.Frame frame(StackFrame frame) {
        SourceView source = sourceAt(frame.lookupAddress());
        SourceView.Place place = source.shown() < 0 ? null : source.places().get(source.shown());
        String symbol =
                source.symbol().isEmpty() ? "unknown code" : source.symbol().replaceFirst("\\+0x.*", "");
        return new StackView.Frame(
                frame.address(),
                place == null ? symbol : place.function(),
                place == null ? "" : place.file(),
                place == null ? 0 : place.line(),
                frame.canonicalFrameAddress().orElse(-1),
                frame.kind() == StackFrame.Kind.INTERRUPTED);
    }
}
