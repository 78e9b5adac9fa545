#!/usr/bin/env python3
"""Copies the workspace and lays out anew the structures that panes read: members in reverse order, and new ones added.

    reorder.py WORKSPACE COPY

The image built from the copy does the same as the original. A pane that reads by name reads it right without a change.
"""
import os
import re
import shutil
import sys

TOCK = "mini-tock/kernel/src/"
REDOX = "mini-redox/kernel/src/"
# File, structure, and what to add to it: a declaration, and its value wherever the structure is made.
STRUCTURES = [
    (TOCK + "kernel.rs", "Kernel", "added: [u32; 3]", "added: [0xADD; 3]"),
    (TOCK + "process.rs", "Process", "added: [u32; 5]", "added: [0xADD; 5]"),
    (TOCK + "process.rs", "Name", None, None),
    (TOCK + "process.rs", "StoredState", None, None),
    (TOCK + "memory.rs", "Memory", "added: u32", "added: 0xADD"),
    (TOCK + "protection.rs", "Protection", "added: u32", "added: 0xADD"),
    (TOCK + "scheduler.rs", "RoundRobin", "added: u32", "added: 0xADD"),
    (TOCK + "upcall.rs", "Upcall", None, None),
    (TOCK + "upcall.rs", "UpcallQueue", "added: u32", "added: 0xADD"),
    (TOCK + "syscall.rs", "Call", None, None),
    (REDOX + "kernel.rs", "Kernel", None, None),
    (REDOX + "context/mod.rs", "Context", "added: [u64; 3]", "added: [0; 3]"),
    (REDOX + "context/mod.rs", "Death", None, None),
    (REDOX + "context/table.rs", "Contexts", "added: u64", "added: 0"),
    (REDOX + "memory/frames.rs", "FrameUse", None, None),
    (REDOX + "memory/frames.rs", "Frames", "added: u64", "added: 0"),
    (REDOX + "memory/grant.rs", "Grant", "added: u64", "added: 0"),
    (REDOX + "memory/space.rs", "AddressSpace", "added: [u64; 3]", "added: [0; 3]"),
    (REDOX + "memory/space.rs", "AddressSpaces", None, None),
    (REDOX + "scheme/mod.rs", "Schemes", None, None),
    (REDOX + "scheme/description.rs", "Description", "added: u64", "added: 0"),
    (REDOX + "scheme/namespace.rs", "Name", None, None),
    (REDOX + "scheme/namespace.rs", "Namespace", "added: u32", "added: 0"),
    (REDOX + "scheme/tag.rs", "Call", "added: u64", "added: 0"),
    (REDOX + "scheme/tag.rs", "Messages", None, None),
    (REDOX + "scheme/tag.rs", "UserScheme", "added: u64", "added: 0"),
    (REDOX + "scheme/lend.rs", "Loan", None, None),
    (REDOX + "scheme/event.rs", "Queue", None, None),
    (REDOX + "scheme/event.rs", "Watch", "added: u64", "added: 0"),
    (REDOX + "scheme/irq.rs", "Line", "added: u64", "added: 0"),
    (REDOX + "scheme/irq.rs", "Handle", None, None),
]


def members_of(body):
    """Splits a structure's body into members, each with its comments."""
    members, lines = [], []
    for line in body.splitlines(keepends=True):
        lines.append(line)
        if not line.strip().startswith("//"):
            members.append("".join(lines))
            lines = []
    return members


def reorder(text, name, declaration, value):
    pattern = re.compile(r"(pub struct " + name + r" \{\n)(.*?)(\n\})", re.DOTALL)
    found = pattern.search(text)
    members = members_of(found.group(2) + "\n")[::-1]
    if declaration:
        members.insert(len(members) // 2, "    pub " + declaration + ",\n")
    text = text[:found.start(2)] + "".join(members).rstrip("\n") + text[found.end(2):]
    return make(text, name, value) if value else text


def make(text, name, value):
    """Gives the new member its value in every literal of the structure."""
    literal = re.compile(r"(?<!struct )(?<!for )(?<!impl )\b(" + name + r"|Self) \{(?=\s*\n?\s*[a-z_]+(:|,))")
    return literal.sub(lambda each: each.group(0) + " " + value + ", ", text)


def main(workspace, copy):
    shutil.copytree(workspace, copy, ignore=shutil.ignore_patterns("target", "__pycache__"), dirs_exist_ok=True)
    for file, name, declaration, value in STRUCTURES:
        path = os.path.join(copy, file)
        with open(path, encoding="utf-8") as source:
            text = source.read()
        text = reorder(text, name, declaration, value)
        with open(path, "w", encoding="utf-8") as target:
            target.write(text)
    path = os.path.join(copy, TOCK, "loader.rs")
    with open(path, encoding="utf-8") as source:
        text = make(source.read(), "Process", dict((each[1], each[3]) for each in STRUCTURES)["Process"])
    with open(path, "w", encoding="utf-8") as target:
        target.write(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
