package ringside.kernels.redox;

import static ringside.kernels.observe.Structure.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.Type;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.observe.Structure;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.FrameOwner.Kind;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.OwnerMap;

/** Who owns which frame: what the frame table says, and finer than that what contexts, page tables and grants say. */
final class RedoxFrames {
    private static final String ENTRY = "mini_redox::memory::frames::FrameUse";
    private static final String[] LEVELS = {"", "page table", "page directory", "page-directory-pointer table"};

    private final RedoxKernel kernel;
    private final OwnerMap map = new OwnerMap();
    private List<RedoxSpaces.Used> spaces = List.of();
    private long zeros;

    RedoxFrames(RedoxKernel kernel) {
        this.kernel = kernel;
    }

    FrameOwners read() {
        try {
            putFrameTable();
            putContexts();
            spaces = new RedoxSpaces(kernel).used();
            zeros = number(kernel.part("spaces"), "zero_frame");
            map.putFrame(zeros, FrameOwner.kernel("page of zeros"));
            spaces.forEach(this::putSpace);
            return map.owners();
        } catch (UnreadableException notYet) {
            return FrameOwners.NONE;
        }
    }

    private void putFrameTable() {
        TypedValue frames = kernel.part("frames");
        long table = number(frames, "table");
        int total = (int) number(frames, "total");
        if (table == 0 || !(kernel.dwarf().type(ENTRY).map(Type::plain).orElse(null) instanceof Type.Struct entry)) {
            throw new UnreadableException("the kernel has no frame table yet");
        }
        int size = (int) entry.sizeInBytes();
        Type.Member purpose = entry.member("purpose").orElseThrow(() -> new UnreadableException("no purpose"));
        byte[] bytes = kernel.memory().read(table, size * total);
        Map<Integer, String> names = names(purpose.type());
        int start = 0;
        for (int frame = 1; frame <= total; frame++) {
            if (frame == total || purpose(bytes, size, purpose, frame) != purpose(bytes, size, purpose, start)) {
                FrameOwner owner = owner(names.getOrDefault(purpose(bytes, size, purpose, start), ""));
                if (owner != null) {
                    map.put(start * RedoxKernel.PAGE, frame * RedoxKernel.PAGE, owner);
                }
                start = frame;
            }
        }
        long physical = table - RedoxKernel.PHYSICAL_OFFSET;
        map.put(physical, physical + (long) size * total, FrameOwner.kernel("frame table"));
    }

    private static int purpose(byte[] bytes, int size, Type.Member member, int frame) {
        return bytes[frame * size + (int) member.offsetInBytes()];
    }

    private static Map<Integer, String> names(Type type) {
        Map<Integer, String> names = new HashMap<>();
        if (type.plain() instanceof Type.Enumeration enumeration) {
            enumeration.enumerators().forEach(each -> names.put((int) each.value(), each.name()));
        }
        return names;
    }

    /** Null for the kernel's frames: what they hold is told by their place, or by the image that was loaded there. */
    private static FrameOwner owner(String purpose) {
        return switch (purpose) {
            case "Nothing" -> FrameOwner.of(Kind.FREE, "", "");
            case "PageTable" -> FrameOwner.of(Kind.PAGE_TABLES, "", "");
            case "User" -> FrameOwner.of(Kind.RAM, "", "memory of a program");
            case "Bounce" -> FrameOwner.kernel("bounce frame");
            case "Pipe" -> FrameOwner.kernel("buffer of a pipe");
            default -> null;
        };
    }

    private void putContexts() {
        List<TypedValue> all = Structure.elements(kernel.part("contexts"), "all");
        // The stacks lie one behind the other, one for each place of the table.
        long stackBytes = number(all.get(1), "kernel_stack") - number(all.get(0), "kernel_stack");
        long top = number(all.get(0), "kernel_stack") - RedoxKernel.PHYSICAL_OFFSET;
        map.put(
                top - stackBytes,
                top + stackBytes * (all.size() - 1),
                FrameOwner.kernel("kernel stack that nobody uses"));
        for (RedoxContext context : kernel.contexts()) {
            long end = top + context.place() * stackBytes;
            map.put(end - stackBytes, end, FrameOwner.kernel("kernel stack of " + context.name()));
            putBounce(context, "head");
            putBounce(context, "tail");
        }
    }

    private void putBounce(RedoxContext context, String field) {
        long frame = context.get(field);
        if (frame != 0) {
            map.putFrame(frame, FrameOwner.task(context.pid(), context.name(), "bounce frame (" + field + ")"));
        }
    }

    private void putSpace(RedoxSpaces.Used space) {
        int pid = kernel.pidOfSpace(space.index());
        String name = pid < 0 ? "address space " + space.index() : kernel.nameOf(pid);
        map.putFrame(space.root(), FrameOwner.of(Kind.PAGE_TABLES, name, "PML4"));
        new PageWalk(kernel, space.root()).visit(new PageWalk.Visitor() {
            @Override
            public void table(long physical, int level) {
                map.putFrame(physical, FrameOwner.of(Kind.PAGE_TABLES, name, LEVELS[level]));
            }

            @Override
            public void page(long linear, long entry) {
                putPage(space, pid, name, linear, PageEntry.frame(entry));
            }
        });
    }

    /** A page belongs to its lender; borrowers, devices and the shared page of zeros are told elsewhere. */
    private void putPage(RedoxSpaces.Used space, int pid, String name, long linear, long frame) {
        for (RedoxSpaces.Entry grant : space.grants()) {
            boolean isInside = grant.base() <= linear && linear < grant.end();
            if (isInside && grant.provider().startsWith("Allocated") && frame != zeros) {
                String purpose = purpose(grant) + lent(space.index(), linear, frame);
                map.putFrame(frame, FrameOwner.task(pid, name, purpose));
            }
        }
    }

    private static String purpose(RedoxSpaces.Entry grant) {
        String allowed = RedoxSpaces.protection(grant.protection());
        return switch (allowed) {
            case "r-x" -> "code";
            case "r--" -> "constants";
            case "rw-" -> grant.provider().equals("AllocatedShared") ? "shared data" : "data";
            default -> "memory " + allowed;
        };
    }

    /** To whom a page is lent now: whoever has the very frame in a range that is borrowed from here. */
    private String lent(int space, long linear, long frame) {
        for (RedoxSpaces.Used other : spaces) {
            for (RedoxSpaces.Entry entry : other.grants()) {
                boolean isHere = entry.isBorrowed()
                        && entry.source() == space
                        && entry.sourceBase() <= linear
                        && linear < entry.sourceEnd();
                if (isHere) {
                    long there = entry.base() + linear - entry.sourceBase();
                    if (PageEntry.frame(new PageWalk(kernel, other.root()).entry(there)) == frame) {
                        int pid = kernel.pidOfSpace(other.index());
                        return ", lent to " + (pid < 0 ? "address space " + other.index() : kernel.nameOf(pid));
                    }
                }
            }
        }
        return "";
    }
}
