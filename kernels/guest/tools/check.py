#!/usr/bin/env python3
"""Checks committed images against their recipes.

    check.py ROOT                 every hash in every recipe of this workspace
    check.py --toolchain ROOT     fails, with the reason, if the tools here are not those that the recipes pin
    check.py --same ROOT OTHER    fails if an image below OTHER, just built, differs from the committed one
"""
import json
import os
import sys

import image


def recipes(root):
    for name in sorted(os.listdir(os.path.join(image.GUEST, "images"))):
        description = json.loads(image.read(os.path.join(image.GUEST, "images", name)))
        path = os.path.join(root, image.folder_of(description), name)
        yield path, json.loads(image.read(path))


def hashed_files(recipe):
    yield recipe["output"]["file"], recipe["output"]["sha256"]
    if "sources" in recipe:
        yield recipe["sources"]["file"], recipe["sources"]["sha256"]
    for each in recipe["symbols"]:
        yield each["file"], each["sha256"]


def check_hashes(root):
    wrong = []
    for path, recipe in recipes(root):
        inputs = [(each["path"], each["sha256"]) for each in recipe["inputs"]]
        for file, expected in inputs + list(hashed_files(recipe)):
            full = os.path.join(root, file)
            if not os.path.isfile(full):
                wrong.append(f"{file} is missing")
            elif image.sha256(image.read(full)) != expected:
                wrong.append(f"{file} is not what {os.path.relpath(path, root)} says; run kernels/guest/build.sh")
    if wrong:
        raise SystemExit("\n".join("guests: " + each for each in wrong))


NEEDED = ["/usr/bin/cargo", "/usr/src/rustc-1.96.0/library/vendor"]


def check_toolchain(root):
    for needed in NEEDED:
        if not os.path.exists(needed):
            print(f"{needed} is missing (apt-get install cargo-web rust-web-src)")
            raise SystemExit(1)
    try:
        here = image.toolchain()
    except OSError as missing:
        print(f"{missing.filename} is not installed (apt-get install rustc-web cargo-web rust-web-src lld)")
        raise SystemExit(1)
    for _, recipe in recipes(root):
        if recipe["toolchain"] != here:
            print(f"the recipe pins {recipe['toolchain']}, here is {here}")
            raise SystemExit(1)


def check_same(root, folder):
    different = []
    for path, recipe in recipes(root):
        for file, expected in hashed_files(recipe):
            again = os.path.join(folder, file)
            if image.sha256(image.read(again)) != expected:
                different.append(f"{file} differs when rebuilt")
        if image.read(os.path.join(folder, os.path.relpath(path, root))) != image.read(path):
            different.append(f"{os.path.relpath(path, root)} differs when rebuilt")
    if different:
        raise SystemExit("\n".join("guests: " + each for each in different))
    print("guests: rebuilt, every byte is the same")


if __name__ == "__main__":
    if sys.argv[1] == "--toolchain":
        check_toolchain(sys.argv[2])
    elif sys.argv[1] == "--same":
        check_same(sys.argv[2], sys.argv[3])
    else:
        check_hashes(sys.argv[1])
