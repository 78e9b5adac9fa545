#!/usr/bin/env python3
"""Counts `unsafe` blocks, functions and impls for each crate: the count is itself a lesson."""
import os
import re

GUEST = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def crates():
    for folder, folders, files in os.walk(GUEST):
        folders[:] = sorted(each for each in folders if each != "target")
        if "Cargo.toml" in files and os.path.isdir(os.path.join(folder, "src")):
            yield folder


def counts(crate):
    """Lines, unsafe words that are code, and whether the crate forbids them."""
    lines, words, forbids = 0, 0, False
    sources = os.path.join(crate, "src")
    for path in sorted(os.path.join(folder, name) for folder, _, names in os.walk(sources) for name in names):
        with open(path, encoding="utf-8") as file:
            for line in file:
                code = line.split("//")[0]
                lines += bool(code.strip())
                words += len(re.findall(r"\bunsafe\b", code))
                forbids |= os.path.basename(path) in ("lib.rs", "main.rs") and "forbid(unsafe_code)" in code
    return lines, words, forbids


if __name__ == "__main__":
    for each in crates():
        size, found, forbidden = counts(each)
        print(f"{os.path.relpath(each, GUEST):40} {size:5} lines  {'forbidden' if forbidden else found}")
