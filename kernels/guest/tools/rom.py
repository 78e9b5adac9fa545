"""Puts a boot ROM of the PC together: a directory and the payloads at its start, the firmware at its end.

The ROM ends at 4 GiB; its size is a multiple of 64 KiB. The layout of the directory is that of common/src/boot.rs.
"""
import struct

END = 1 << 32
FIRMWARE_BYTES = 64 * 1024
DIRECTORY_POINTER = END - 0x20      # a word of the firmware: where the directory lies
NAME_BYTES = 16
MOST_PAYLOADS = 4
ALIGNMENT = 4096


def load_segments(file):
    """(physical address, offset, bytes) of each PT_LOAD segment of a 64-bit ELF file."""
    if file[:6] != b"\x7fELF\x02\x01":
        raise SystemExit("guests: not a 64-bit little-endian ELF file")
    first, = struct.unpack_from("<Q", file, 32)
    size, count = struct.unpack_from("<HH", file, 54)
    for index in range(count):
        kind, _, offset, _, physical, in_file, _, _ = struct.unpack_from("<IIQQQQQQ", file, first + index * size)
        if kind == 1 and in_file:
            yield physical, offset, file[offset:offset + in_file]


def firmware_of(file):
    """The last 64 KiB below 4 GiB, as the firmware's segments fill them."""
    memory = bytearray(b"\xff" * FIRMWARE_BYTES)
    for physical, _, data in load_segments(file):
        start = physical - (END - FIRMWARE_BYTES)
        if start < 0 or start + len(data) > FIRMWARE_BYTES:
            raise SystemExit(f"guests: the firmware does not fit at {physical:#x}")
        memory[start:start + len(data)] = data
    return memory


def without_debugging(file):
    """The file up to the end of what is loaded, without section headers: what a ROM needs of a kernel."""
    end = max(offset + len(data) for _, offset, data in load_segments(file))
    kept = bytearray(file[:end])
    struct.pack_into("<Q", kept, 40, 0)             # e_shoff
    struct.pack_into("<HHH", kept, 58, 0, 0, 0)     # e_shentsize, e_shnum, e_shstrndx
    return bytes(kept)


def directory(payloads, base):
    """The directory, with the payloads behind it at aligned places."""
    if len(payloads) > MOST_PAYLOADS:
        raise SystemExit("guests: too many payloads for a ROM")
    head = struct.pack("<8sQ", b"payloads", len(payloads))
    body = bytearray()
    entries = b""
    for name, data in payloads:
        entries += struct.pack(f"<{NAME_BYTES}sQQ", name.encode(), base + ALIGNMENT + len(body), len(data))
        body += data + bytes(-len(data) % ALIGNMENT)
    entries += bytes((MOST_PAYLOADS - len(payloads)) * (NAME_BYTES + 16))
    return (head + entries).ljust(ALIGNMENT, b"\0") + bytes(body)


def make(firmware, payloads):
    """The ROM: `payloads` are pairs of name and bytes."""
    end = firmware_of(firmware)
    size = len(directory(payloads, 0))
    padded = -(-size // FIRMWARE_BYTES) * FIRMWARE_BYTES
    base = END - FIRMWARE_BYTES - padded
    struct.pack_into("<Q", end, DIRECTORY_POINTER - (END - FIRMWARE_BYTES), base)
    return directory(payloads, base).ljust(padded, b"\xff") + bytes(end)
