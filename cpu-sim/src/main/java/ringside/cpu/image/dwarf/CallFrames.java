package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Cursor;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfSection;

/** The frame information of an image, from {@code .debug_frame} and {@code .eh_frame}.   @dwarf 5, 6.4 and @lsb 10.6 */
final class CallFrames {
    private static final int LONGEST_AUGMENTATION = 32;
    private static final int ABSOLUTE = 0x00;
    private static final int OMITTED = 0xFF;
    private static final int RELATIVE_TO_HERE = 0x10;

    private final Elf elf;
    private final List<CallFrameEntry> entries = new ArrayList<>();

    CallFrames(Elf elf, DebugSections sections) {
        this.elf = elf;
        Damage damage = sections.damage();
        damage.guard(() -> new Section(elf.sectionBytes(".debug_frame"), 0, false, sections).read());
        long address = elf.section(".eh_frame").map(ElfSection::address).orElse(0L);
        damage.guard(() -> new Section(elf.sectionBytes(".eh_frame"), address, true, sections).read());
        entries.sort(Comparator.comparing(entry -> entry.range().start(), Long::compareUnsigned));
    }

    /** All entries, by address. */
    List<CallFrameEntry> all() {
        return entries;
    }

    /** The entry whose code holds an address. */
    Optional<CallFrameEntry> at(long address) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            AddressRange range = entries.get(middle).range();
            if (range.contains(address)) {
                return Optional.of(entries.get(middle));
            }
            if (Long.compareUnsigned(address, range.start()) < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    private final class Section {
        private final Bytes bytes;
        private final long address;
        private final boolean isForExceptions;
        private final DebugSections sections;
        private final Map<Long, CallFrameEntry.Common> commons = new HashMap<>();

        Section(Bytes bytes, long address, boolean isForExceptions, DebugSections sections) {
            this.bytes = bytes;
            this.address = address;
            this.isForExceptions = isForExceptions;
            this.sections = sections;
        }

        void read() {
            Cursor at = bytes.cursor(0);
            while (!at.atEnd()) {
                InitialLength length = InitialLength.read(at);
                if (length.size() == 0 && isForExceptions) {
                    return;
                }
                int start = at.position();
                int end = start + length.size();
                if (length.size() > 0) {
                    readEntry(bytes.slice(0, end).cursor(start), length.offsetSize());
                }
                at.moveTo(end);
            }
        }

        private void readEntry(Cursor at, int offsetSize) {
            int idAt = at.position();
            long id = isForExceptions ? at.u32() : at.unsigned(offsetSize);
            long commonId = isForExceptions ? 0 : offsetSize == 4 ? 0xFFFF_FFFFL : -1L;
            if (id == commonId) {
                return; // read when an entry asks for it
            }
            CallFrameEntry.Common common = common(isForExceptions ? idAt - id : id);
            long start = pointer(at, common.pointerEncoding(), common.addressSize());
            long size = pointer(at, common.pointerEncoding() & 0x0F, common.addressSize());
            if (common.hasAugmentation()) {
                at.skip(at.uleb());
            }
            long from = elf.machine().codeAddress(start);
            if (size != 0 && sections.isLive(from)) {
                entries.add(new CallFrameEntry(new AddressRange(from, from + size), common, at.take(at.remaining())));
            }
        }

        private CallFrameEntry.Common common(long offset) {
            CallFrameEntry.Common known = commons.get(offset);
            if (known == null) {
                known = readCommon(offset);
                commons.put(offset, known);
            }
            return known;
        }

        private CallFrameEntry.Common readCommon(long offset) {
            Cursor start = bytes.cursor(offset);
            InitialLength length = InitialLength.read(start);
            Cursor at = bytes.slice(0, (long) start.position() + length.size()).cursor(start.position());
            at.skip(isForExceptions ? 4 : length.offsetSize());
            int version = at.u8();
            if (version != 1 && version != 3 && version != 4) {
                throw at.bad("frame information has the unknown version " + version);
            }
            String augmentation = at.text();
            int addressSize = elf.machine().addressSizeInBytes();
            if (version == 4) {
                addressSize = at.u8();
                at.u8(); // the size of segment selectors
            }
            if (addressSize != 4 && addressSize != 8) {
                throw at.bad("frame information has addresses of " + addressSize + " bytes");
            }
            long codeAlignment = at.uleb();
            long dataAlignment = at.sleb();
            int returnRegister = version == 1 ? at.u8() : at.ulebInt();
            int encoding = ABSOLUTE;
            boolean isSignal = false;
            if (augmentation.length() > LONGEST_AUGMENTATION) {
                throw at.bad("frame information has an augmentation of " + augmentation.length() + " letters");
            }
            if (augmentation.startsWith("z")) {
                Cursor more = at.take(at.uleb()).cursor(0);
                for (char letter : augmentation.substring(1).toCharArray()) {
                    switch (letter) {
                        case 'R' -> encoding = more.u8();
                        case 'L' -> more.u8();
                        case 'P' -> skipPointer(more);
                        case 'S' -> isSignal = true;
                        default -> {}
                    }
                }
            } else if (!augmentation.isEmpty()) {
                throw at.bad("frame information has the unknown augmentation \"" + augmentation + "\"");
            }
            return new CallFrameEntry.Common(
                    codeAlignment,
                    dataAlignment,
                    returnRegister,
                    addressSize,
                    encoding,
                    augmentation.startsWith("z"),
                    isSignal,
                    at.take(at.remaining()));
        }

        private void skipPointer(Cursor at) {
            int encoding = at.u8();
            value(at, encoding, elf.machine().addressSizeInBytes());
        }

        /** An address in one of the ways of {@code .eh_frame}.   @lsb 10.5 */
        private long pointer(Cursor at, int encoding, int addressSize) {
            if (encoding == OMITTED) {
                throw at.bad("frame information leaves an address out");
            }
            long here = address + at.position();
            long value = value(at, encoding, addressSize);
            int relation = encoding & 0x70;
            if (relation != 0 && relation != RELATIVE_TO_HERE) {
                throw at.bad(
                        "frame information writes addresses in the unknown way 0x" + Integer.toHexString(encoding));
            }
            long result = relation == RELATIVE_TO_HERE ? here + value : value;
            return addressSize == 4 ? result & 0xFFFF_FFFFL : result;
        }

        private static long value(Cursor at, int encoding, int addressSize) {
            return switch (encoding & 0x0F) {
                case 0x00 -> at.unsigned(addressSize);
                case 0x01 -> at.uleb();
                case 0x02 -> at.u16();
                case 0x03 -> at.u32();
                case 0x04, 0x0C -> at.u64();
                case 0x09 -> at.sleb();
                case 0x0A -> at.signed(2);
                case 0x0B -> at.signed(4);
                default -> throw at.bad("frame information has a value of the unknown format " + (encoding & 0x0F));
            };
        }
    }
}
