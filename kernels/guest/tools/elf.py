"""As much of little-endian ELF as the image builder needs."""
import struct


class Elf:
    """An ELF file in memory: sections can be found and filled, symbols looked up."""

    def __init__(self, data):
        self.data = bytearray(data)
        if self.data[:4] != b"\x7fELF" or self.data[4] not in (1, 2) or self.data[5] != 1:
            raise SystemExit("not a little-endian ELF file")
        self.is_wide = self.data[4] == 2
        self.header = "<IIQQQQIIQQ" if self.is_wide else "<10I"     # of a section; the fields are in the same order
        self.address = "<Q" if self.is_wide else "<I"
        self.table, = struct.unpack_from(self.address, self.data, 0x28 if self.is_wide else 0x20)
        size, count, names = struct.unpack_from("<HHH", self.data, 0x3A if self.is_wide else 0x2E)
        headers = [struct.unpack_from(self.header, self.data, self.table + index * size) for index in range(count)]
        strings = headers[names][4]
        self.sections = {self.text(strings + header[0]): header for header in headers}

    def text(self, offset):
        return self.data[offset:self.data.index(0, offset)].decode()

    def section(self, name):
        header = self.sections.get(name)
        if header is None:
            return b""
        return bytes(self.data[header[4]:header[4] + header[5]])

    def fill_section(self, name, content):
        """Overwrites the start of a section that the linker left for us."""
        header = self.sections[name]
        if len(content) > header[5]:
            raise SystemExit(f"{name} has room for {header[5]} bytes, not {len(content)}")
        self.data[header[4]:header[4] + len(content)] = content

    def shrink_section(self, name, content):
        """Replaces a section by a shorter one; its place in the file keeps its length, zeroed."""
        index = list(self.sections).index(name)
        header = list(self.sections[name])
        self.data[header[4]:header[4] + header[5]] = content.ljust(header[5], b"\0")
        header[5] = len(content)
        self.sections[name] = tuple(header)
        struct.pack_into(self.header, self.data, self.table + index * struct.calcsize(self.header), *header)

    def symbols(self):
        """Of 32-bit files."""
        table, strings = self.section(".symtab"), self.sections[".strtab"][4]
        for offset in range(0, len(table), 16):
            name, value, size, info, other, shndx = struct.unpack_from("<IIIBBH", table, offset)
            yield self.text(strings + name), value, shndx

    def symbol(self, wanted):
        for name, value, shndx in self.symbols():
            if name == wanted and shndx != 0:
                return value
        raise SystemExit(f"no symbol {wanted}")

    def segments(self):
        """(physical address, bytes of the file) of each PT_LOAD segment that has bytes, of 32-bit files."""
        offset, = struct.unpack_from("<I", self.data, 0x1C)
        size, count = struct.unpack_from("<HH", self.data, 0x2A)
        for index in range(count):
            kind, start, _, physical, in_file, _, _, _ = struct.unpack_from("<8I", self.data, offset + index * size)
            if kind == 1 and in_file:
                yield physical, bytes(self.data[start:start + in_file])


GONE = (0xFFFF_FFFF, 0xFFFF_FFFF_FFFF_FFFF, 0)      # what linkers write for code that they dropped


def drop_dead_probes(elf):
    """Removes the notes of probes whose code the linker dropped: a copy of a function that nobody calls."""
    notes, kept, offset = elf.section(".note.stapsdt"), b"", 0
    while offset < len(notes):
        name_size, size, _ = struct.unpack_from("<III", notes, offset)
        start = offset + 12 + (name_size + 3) // 4 * 4
        end = start + (size + 3) // 4 * 4
        if struct.unpack_from(elf.address, notes, start)[0] not in GONE:
            kept += notes[offset:end]
        offset = end
    if notes:
        elf.shrink_section(".note.stapsdt", kept)
