package ringside.kernels.redox;

import static ringside.kernels.observe.Structure.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.Dwarf;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.observe.Structure;
import ringside.kernels.view.FrameOwner;

/** The static {@code KERNEL}, read by the names that the image's debugging information gives. No offset is written down here. */
final class RedoxKernel {
    /** The pid of the kernel's own context, which runs when nobody else can. */
    static final int IDLE = 0;
    /** Where all of RAM is mapped: the kernel's {@code PHYSICAL_OFFSET}. */
    static final long PHYSICAL_OFFSET = 0xFFFF_8000_0000_0000L;
    /** What the timer's 1,193,182 Hz are divided by for a tick: the kernel's {@code TIMER_DIVISOR}. */
    static final long TIMER_DIVISOR = 4847;
    /** A page in bytes. */
    static final long PAGE = 4096;

    private final Dwarf dwarf;
    private final MemoryReader memory;
    private TypedValue kernel;
    private List<RedoxContext> contexts;
    private List<TypedValue> userSchemes;

    RedoxKernel(Dwarf dwarf, MemoryReader memory) {
        this.dwarf = dwarf;
        this.memory = new MemoryPages(memory);
    }

    Dwarf dwarf() {
        return dwarf;
    }

    MemoryReader memory() {
        return memory;
    }

    /** Reads physical memory, where RAM is in the kernel's map of it. */
    byte[] physical(long address, int length) {
        return memory.read(PHYSICAL_OFFSET + address, length);
    }

    /** The nanoseconds of a tick of the timer. */
    static long nanosecondsPerTick() {
        return TIMER_DIVISOR * 1_000_000_000L / 1_193_182L;
    }

    /** A part of the kernel's state. */
    TypedValue part(String path) {
        if (kernel == null) {
            kernel = Structure.global(dwarf, "KERNEL", memory).field("value").unwrapped();
        }
        return Structure.part(kernel, path);
    }

    /** The used entries of the table of contexts, in its order. */
    List<RedoxContext> contexts() {
        if (contexts == null) {
            List<RedoxContext> found = new ArrayList<>();
            List<TypedValue> all = Structure.elements(part("contexts"), "all");
            for (int place = 0; place < all.size(); place++) {
                if (!Structure.part(all.get(place), "status").is("Free")) {
                    found.add(new RedoxContext(place, all.get(place).loaded()));
                }
            }
            if (found.isEmpty()) {
                throw new UnreadableException("the kernel has not made any context yet");
            }
            contexts = found;
        }
        return contexts;
    }

    /** The context that runs. */
    RedoxContext current() {
        long place = number(part("contexts"), "current");
        return contexts().stream()
                .filter(context -> context.place() == place)
                .findFirst()
                .orElseThrow(() -> new UnreadableException("the current context, " + place + ", is a free entry"));
    }

    /** The used context with a pid. */
    Optional<RedoxContext> withPid(long pid) {
        return contexts().stream().filter(context -> context.pid() == pid).findFirst();
    }

    /** The living context that has an address space. */
    Optional<RedoxContext> ofSpace(int space) {
        return contexts().stream().filter(context -> context.space() == space).findFirst();
    }

    /** The pid of the living context that has an address space, or {@link FrameOwner#NO_TASK}. */
    int pidOfSpace(int space) {
        return ofSpace(space).map(RedoxContext::pid).orElse(FrameOwner.NO_TASK);
    }

    /** The name of a context by its pid; a text with the pid if it is gone. */
    String nameOf(long pid) {
        return withPid(pid).map(RedoxContext::name).orElseGet(() -> "pid " + pid);
    }

    /** The user schemes that are not free entries, as they are now. */
    List<TypedValue> userSchemes() {
        if (userSchemes == null) {
            userSchemes = new ArrayList<>();
            for (TypedValue scheme : Structure.elements(part("schemes.users"), "all")) {
                if (!Structure.part(scheme, "state").is("Free")) {
                    userSchemes.add(scheme.loaded());
                }
            }
        }
        return userSchemes;
    }

    /** A user scheme by its number. */
    Optional<TypedValue> userScheme(long id) {
        return userSchemes().stream()
                .filter(scheme -> number(scheme, "id") == id)
                .findFirst();
    }

    /** The name of a user scheme. */
    static String schemeName(TypedValue scheme) {
        return text(scheme, "name", "name_length");
    }

    /** The name of a scheme by its number; empty if it is gone. */
    String schemeName(long id) {
        KernelScheme own = KernelScheme.of(id);
        return own != null
                ? own.shownName()
                : userScheme(id).map(RedoxKernel::schemeName).orElse("");
    }

    /** A text in an array of bytes, with its length in another part. */
    static String text(TypedValue value, String bytes, String length) {
        TypedValue array = value.field(bytes);
        int size = (int) Math.min(number(value, length), array.count());
        return new String(array.bytes(0, size), java.nio.charset.StandardCharsets.UTF_8);
    }
}
