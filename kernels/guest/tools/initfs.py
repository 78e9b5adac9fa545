"""Puts the archive of mini-redox together: bootstrap and the files that it serves as the scheme `initfs`.

The kernel copies all of it to address 0x1000 and starts it at the entry. Numbers are little-endian.

    0x0000  8 bytes   RedoxFtw
    0x001A  u64       the entry, an address
    0x0028  u64       where the table of files is, from here
    0x0030  u64       the length of the archive
    0x1000            bootstrap, flat: what its addresses from 0x2000 on hold at the start, its zeroed memory too
    the next page     the table of files: a u64 with their count; at 64 and every 64 bytes on: 48 bytes of name,
                      where the content begins (u64, from the table, at the start of a page), its length (u64)
"""
import struct

MAGIC = b"RedoxFtw"
BASE = 0x1000
ENTRY, FILES = 0x1A, 0x28
PAGE = 4096
NAME_BYTES = 48


def page_up(number):
    return -(-number // PAGE) * PAGE


def bootstrap_of(file):
    """The entry of bootstrap's ELF file, and its memory from the second page of the archive on."""
    if file[:6] != b"\x7fELF\x02\x01":
        raise SystemExit("guests: bootstrap is not a 64-bit little-endian ELF file")
    entry, first = struct.unpack_from("<QQ", file, 24)
    size, count = struct.unpack_from("<HH", file, 54)
    memory = bytearray()
    for index in range(count):
        kind, _, offset, address, _, in_file, in_memory, _ = struct.unpack_from(
            "<IIQQQQQQ", file, first + index * size)
        start = address - BASE - PAGE
        if kind != 1 or not in_memory:
            continue
        if start < 0:
            raise SystemExit(f"guests: bootstrap is linked at {address:#x}, where the archive's header is")
        memory = memory.ljust(start + in_memory, b"\0")
        memory[start:start + in_file] = file[offset:offset + in_file]
    return entry, bytes(memory)


def table_of(files):
    """The table of files and their contents, in the order of their names."""
    entries, contents = b"", b""
    first = page_up(64 + 64 * len(files))
    for name, data in sorted(files.items()):
        if len(name.encode()) > NAME_BYTES:
            raise SystemExit(f"guests: the name {name} is longer than {NAME_BYTES} bytes")
        entries += struct.pack(f"<{NAME_BYTES}sQQ", name.encode(), first + len(contents), len(data))
        contents += data.ljust(page_up(len(data)), b"\0")
    return (struct.pack("<Q", len(files)).ljust(64, b"\0") + entries).ljust(first, b"\0") + contents


def make(bootstrap, files):
    """The archive: `bootstrap` is an ELF file, `files` are bytes by name."""
    entry, memory = bootstrap_of(bootstrap)
    start = page_up(PAGE + len(memory))
    table = table_of(files)
    header = bytearray(PAGE)
    header[:8] = MAGIC
    struct.pack_into("<Q", header, ENTRY, entry)
    struct.pack_into("<QQ", header, FILES, start, start + len(table))
    return (bytes(header) + memory).ljust(start, b"\0") + table
