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

    RedoxFrames(RedoxKernel kernel) {
        this.kernel = kernel;
    }

    FrameOwners read() {
        try {
            putFrameTable();
            putContexts();
            List<RedoxSpaces.Used> spaces = new RedoxSpaces(kernel).used();
            map.putFrame(number(kernel.part("spaces"), "zero_frame"), FrameOwner.kernel("page of zeros"));
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
                map.put(start * RedoxKernel.PAGE, frame * RedoxKernel.PAGE, owner);
                start = frame;
            }
        }
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

    private static FrameOwner owner(String purpose) {
        return switch (purpose) {
            case "Nothing" -> FrameOwner.of(Kind.FREE, "", "");
            case "PageTable" -> FrameOwner.of(Kind.PAGE_TABLES, "", "");
            case "User" -> FrameOwner.of(Kind.RAM, "", "memory of a program");
            case "Bounce" -> FrameOwner.kernel("bounce frame");
            case "Pipe" -> FrameOwner.kernel("buffer of a pipe");
            default -> FrameOwner.kernel("");
        };
    }

    private void putContexts() {
        long stackBytes = stackBytes();
        for (RedoxContext context : kernel.contexts()) {
            long top = context.get("kernel_stack") - RedoxKernel.PHYSICAL_OFFSET;
            if (stackBytes > 0 && context.isAlive()) {
                map.put(top - stackBytes, top, FrameOwner.kernel("kernel stack of " + context.name()));
            }
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

    /** The stacks lie one behind the other, one for each place of the table. */
    private long stackBytes() {
        List<TypedValue> all = Structure.elements(kernel.part("contexts"), "all");
        return number(all.get(1), "kernel_stack") - number(all.get(0), "kernel_stack");
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
        if (frame == number(kernel.part("spaces"), "zero_frame")) {
            return;
        }
        for (RedoxSpaces.Entry grant : space.grants()) {
            boolean isInside = grant.base() <= linear && linear < grant.end();
            if (isInside && grant.provider().startsWith("Allocated")) {
                String purpose = RedoxEnumerations.words(grant.provider());
                map.putFrame(frame, FrameOwner.task(pid, name, purpose));
            }
        }
    }
}
