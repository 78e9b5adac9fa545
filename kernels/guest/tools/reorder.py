#!/usr/bin/env python3
"""Copies the workspace and lays out anew the structures that panes read: members in reverse order, and new ones added.

    reorder.py WORKSPACE COPY

The image built from the copy does the same as the original. A pane that reads by name reads it right without a change.
"""
import os
import re
import shutil
import sys

KERNEL = "mini-tock/kernel/src"
# File, structure, and what to add to it: a declaration, and its value wherever the structure is made.
STRUCTURES = [
    ("kernel.rs", "Kernel", "added: [u32; 3]", "added: [0xADD; 3]"),
    ("process.rs", "Process", "added: [u32; 5]", "added: [0xADD; 5]"),
    ("process.rs", "Name", None, None),
    ("process.rs", "StoredState", None, None),
    ("memory.rs", "Memory", "added: u32", "added: 0xADD"),
    ("protection.rs", "Protection", "added: u32", "added: 0xADD"),
    ("scheduler.rs", "RoundRobin", "added: u32", "added: 0xADD"),
    ("upcall.rs", "Upcall", None, None),
    ("upcall.rs", "UpcallQueue", "added: u32", "added: 0xADD"),
    ("syscall.rs", "Call", None, None),
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
        path = os.path.join(copy, KERNEL, file)
        with open(path, encoding="utf-8") as source:
            text = source.read()
        text = reorder(text, name, declaration, value)
        with open(path, "w", encoding="utf-8") as target:
            target.write(text)
    path = os.path.join(copy, KERNEL, "loader.rs")
    with open(path, encoding="utf-8") as source:
        text = make(source.read(), "Process", dict((each[1], each[3]) for each in STRUCTURES)["Process"])
    with open(path, "w", encoding="utf-8") as target:
        target.write(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
