#!/usr/bin/env python3
"""Recipes of packages, in the manner of Redox's Cookbook: what a package is made of, how, and what it needs.

    recipe.py --check [NAME ...]    fails if a source is not what its recipe pins
    recipe.py --pin [NAME ...]      pins the sources as they are, after a change that is meant

Without names: all of kernels/guest/mini-redox/recipes/*.toml. A recipe has
    [source]         path: its folder or file, from kernels/guest
    [build]          template: cargo (a program or a library), copy (files of the archive), none (other files);
                     dependencies: packages whose sources go into it; crate: its name for cargo, if it is another
    [package]        dependencies: packages that must be there when it runs
    [install]        for cargo: where the program goes in the archive of the image
    [source.sha256]  the hash of each of its files; always last
"""
import hashlib
import os
import sys
import tomllib

GUEST = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RECIPES = "mini-redox/recipes"
TEMPLATES = ("cargo", "copy", "none")
DEEPEST = 16
PINS = "[source.sha256]"


def read(path):
    with open(os.path.join(GUEST, path), "rb") as file:
        return file.read()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def files_below(name):
    """Every file of a file or folder of kernels/guest, as paths relative to it."""
    top = os.path.join(GUEST, name)
    if os.path.isfile(top):
        return [name]
    found = []
    for folder, folders, names in os.walk(top):
        folders[:] = [each for each in folders if each not in ("target", "__pycache__")]
        found += [os.path.relpath(os.path.join(folder, each), GUEST) for each in names]
    return sorted(found)


class Recipe:
    """One package."""

    def __init__(self, name):
        self.name = name
        self.file = f"{RECIPES}/{name}.toml"
        try:
            self.text = read(self.file).decode()
            table = tomllib.loads(self.text)
        except FileNotFoundError:
            raise SystemExit(f"guests: no recipe {self.file} for the package {name}; write one")
        except tomllib.TOMLDecodeError as wrong:
            raise SystemExit(f"guests: {self.file} is not TOML: {wrong}")
        self.path = self.value(table, "source", "path", str)
        self.pins = self.value(table, "source", "sha256", dict)
        self.template = self.value(table, "build", "template", str)
        self.crate = table["build"].get("crate", name)
        self.needs = self.value(table, "build", "dependencies", list)
        self.runs_with = self.value(table, "package", "dependencies", list)
        self.install = table.get("install", {})
        if self.template not in TEMPLATES:
            raise SystemExit(f"guests: {self.file}: the template is {' or '.join(TEMPLATES)}, not {self.template}")

    def value(self, table, section, key, kind):
        value = table.get(section, {}).get(key, kind())
        if not isinstance(value, kind) or kind is str and not value:
            raise SystemExit(f"guests: {self.file}: [{section}] has no {key}, or one of the wrong kind")
        return value

    def sources(self):
        """Its files, as paths from kernels/guest."""
        return files_below(self.path)

    def relative(self, path):
        return os.path.relpath(path, self.path) if path != self.path else os.path.basename(path)

    def mismatches(self):
        """What is not as it is pinned, a line each."""
        there = {self.relative(path): path for path in self.sources()}
        remedy = f"take the change back, or pin it: kernels/guest/tools/recipe.py --pin {self.name}"
        for name in sorted(there.keys() | self.pins.keys()):
            expected = self.pins.get(name)
            path = f"kernels/guest/{there.get(name, self.path + '/' + name)}"
            if name not in there:
                yield f"{path} is missing, but {self.file} pins it as {expected}; {remedy}"
            elif expected is None:
                yield f"{path} is new, and {self.file} does not pin it; {remedy}"
            elif sha256(read(there[name])) != expected:
                yield f"{path} has the SHA-256 {sha256(read(there[name]))}, but {self.file} pins {expected}; {remedy}"

    def pin(self):
        kept = self.text.split(PINS)[0].rstrip("\n")
        lines = [f'"{self.relative(path)}" = "{sha256(read(path))}"' for path in self.sources()]
        with open(os.path.join(GUEST, self.file), "w", encoding="utf-8") as file:
            file.write("\n".join([kept, "", PINS, *lines, ""]))


def resolve(names):
    """Those packages and all that they need, each behind what it needs."""
    done, order = set(), []

    def add(name, way):
        if name in way:
            raise SystemExit(f"guests: packages that need each other: {' -> '.join([*way, name])}")
        if len(way) > DEEPEST:
            raise SystemExit(f"guests: packages that need each other too deeply: {' -> '.join(way)}")
        if name in done:
            return
        recipe = Recipe(name)
        for each in recipe.needs + recipe.runs_with:
            add(each, [*way, name])
        done.add(name)
        order.append(recipe)

    for each in names:
        add(each, [])
    return order


def check(recipes):
    wrong = [line for recipe in recipes for line in recipe.mismatches()]
    if wrong:
        raise SystemExit("\n".join("guests: " + each for each in wrong))


def main(action, *names):
    names = names or sorted(each[:-5] for each in os.listdir(os.path.join(GUEST, RECIPES)) if each.endswith(".toml"))
    recipes = [Recipe(name) for name in names]
    if action == "--pin":
        for recipe in recipes:
            recipe.pin()
    else:
        check(recipes)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in ("--check", "--pin"):
        raise SystemExit("usage: recipe.py --check|--pin [NAME ...]")
    main(*sys.argv[1:])
