"""From a process's ELF file to its binary in flash: a TBF header, then what the process runs."""
import os
import struct

import elf

HEADER_AND_PADDING = 0x40       # where a process's own bytes begin, from the start of its header
ERASED = b"\xFF"
TLV_NAME, TLV_FIXED_ADDRESSES, TLV_PROGRAM = 3, 5, 9
FLAG_ENABLED = 1


def tlv(kind, content):
    padding = bytes(-len(content) % 4)
    return struct.pack("<HH", kind, len(content)) + content + padding


def header(total_size, flags, tlvs):
    """A base header of version 2 and its TLVs; the checksum is the XOR of all other words."""
    size = 16 + len(tlvs)
    words = struct.pack("<HHIII", 2, size, total_size, flags, 0) + tlvs
    checksum = 0
    for word, in struct.iter_unpack("<I", words):
        checksum ^= word
    return words[:12] + struct.pack("<I", checksum) + words[16:]


def binary_of(app, built):
    """One process's binary: its header and its loadable bytes, padded to the power of two that one MPU region covers."""
    program = elf.Elf(open(os.path.join(built, app["package"]), "rb").read())
    flash, ram = program.symbol("_flash"), program.symbol("_sram")
    start = flash + HEADER_AND_PADDING
    end = max(address + len(data) for address, data in program.segments())
    content = bytearray(end - start)
    for address, data in program.segments():
        content[address - start:address - start + len(data)] = data
    size = 512
    while size < HEADER_AND_PADDING + len(content):
        size *= 2
    if flash % size:
        raise SystemExit(f"{app['package']} needs {size} bytes of flash, but {flash:#x} is not a multiple of that")

    minimum_ram = program.symbol("_eram") - ram
    entry = (program.symbol("_start") & ~1) - start
    fixed = tlv(TLV_FIXED_ADDRESSES, struct.pack("<II", ram, start))
    name = tlv(TLV_NAME, app["package"].encode())
    header_size = 16 + 24 + len(fixed) + len(name)
    if header_size > HEADER_AND_PADDING:
        raise SystemExit(f"the name {app['package']} is too long")
    program_tlv = tlv(TLV_PROGRAM, struct.pack(
        "<IIIII", entry + HEADER_AND_PADDING - header_size, HEADER_AND_PADDING - header_size, minimum_ram,
        HEADER_AND_PADDING + len(content), 1))
    flags = FLAG_ENABLED if app.get("enabled", True) else 0
    head = header(size, flags, program_tlv + name + fixed)
    return (head.ljust(HEADER_AND_PADDING, ERASED) + content).ljust(size, ERASED)


def flash_of(apps, built):
    """All processes' binaries as they lie in flash, from the first one's place on; gaps become padding entries."""
    first, content = None, b""
    for app in apps:
        flash = elf.Elf(open(os.path.join(built, app["package"]), "rb").read()).symbol("_flash")
        first = flash if first is None else first
        gap = flash - first - len(content)
        if gap < 0:
            raise SystemExit(f"{app['package']} overlaps the one before it")
        if gap:
            content += header(gap, 0, b"").ljust(gap, ERASED)
        content += binary_of(app, built)
    return content
