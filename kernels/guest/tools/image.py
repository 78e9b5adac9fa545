#!/usr/bin/env python3
"""Makes a bundled image out of what cargo built, with its recipe and its sources.

    image.py DESCRIPTION BUILT_FOLDER ROOT [--unpinned]

DESCRIPTION is one of kernels/guest/images/*.json; what it makes goes below ROOT, into the folder that the description
names, or else resources/images. Nothing here depends on the time, the machine or the folder. An image that lists
packages is made only if their sources are as their recipes pin them (recipe.py); `--unpinned` is for trying things out.
"""
import io
import json
import os
import subprocess
import sys
import zipfile

import elf
import initfs
import recipe as cookbook
import rom
import tab
from recipe import GUEST, files_below, sha256

ROOT = os.path.dirname(os.path.dirname(GUEST))
BUNDLED = "resources/images"    # images of tests, in other folders, come without sources, and with those symbols that they name
SHARED_INPUTS = ["Cargo.toml", "Cargo.lock", ".cargo/config.toml", "build.sh", "tools"]


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def zip_of(paths):
    """A stored zip with fixed times: the Rust sources as the debug information names them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in paths:
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, read(os.path.join(GUEST, path)))
    return buffer.getvalue()


def first_line(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def folder_of(description):
    """Where the images of a description go, from the project's root."""
    return description.get("folder", BUNDLED)


def toolchain():
    return {"rustc": first_line("/usr/bin/rustc", "--version"), "lld": first_line("ld.lld", "--version")}


def flash_image(description, built, images):
    """The ELF file of a Cortex-M image, with its processes in its flash; and the symbols of those."""
    kernel = elf.Elf(read(os.path.join(built, description["package"])))
    elf.drop_dead_probes(kernel)
    if description["apps"]:
        kernel.fill_section(".apps", tab.flash_of(description["apps"], built))
    symbols = []
    for app in description["apps"] if folder_of(description) == BUNDLED else []:
        process = elf.Elf(read(os.path.join(built, app["package"])))
        elf.drop_dead_probes(process)
        symbols.append(symbols_of(description, images, app["package"], bytes(process.data)))
    return bytes(kernel.data), symbols


def rom_image(description, built, images):
    """The boot ROM of a PC image: firmware, kernel and archive; and the symbols of all programs in it."""
    firmware = read(os.path.join(built, "firmware"))
    kernel = elf.Elf(read(os.path.join(built, description["package"])))
    elf.drop_dead_probes(kernel)
    kernel = bytes(kernel.data)
    payloads = [("kernel", rom.without_debugging(kernel))]
    programs = [("firmware", firmware), (description["package"], kernel)]
    if "packages" in description:
        bootstrap = read(os.path.join(built, "bootstrap"))
        files = {}
        programs.append(("bootstrap", bootstrap))
        for package in packages_of(description):
            if package.template == "copy":
                files |= {package.relative(path): read(os.path.join(GUEST, path)) for path in package.sources()}
            for place, program in package.install.items():
                data = read(os.path.join(built, program))
                files[place] = rom.without_debugging(data)
                programs.append((program, data))
        payloads.append(("archive", initfs.make(bootstrap, files)))
    if folder_of(description) != BUNDLED:
        programs = [each for each in programs if each[0] in description.get("symbols", [])]
    return rom.make(firmware, payloads), [symbols_of(description, images, *each) for each in programs]


def packages_of(description):
    """The packages of an image and all that they need."""
    return cookbook.resolve(description.get("packages", []))


def symbols_of(description, images, name, data):
    """Writes an ELF file with symbols beside the image, or beside the one that has the same programs."""
    beside = description.get("same-programs-as", description["name"])
    write(os.path.join(images, beside, name + ".elf"), data)
    return {"name": name, "file": f"{folder_of(description)}/{beside}/{name}.elf", "sha256": sha256(data)}


def main(description_path, built, root, *options):
    description = json.loads(read(description_path))
    packages = packages_of(description)
    if "--unpinned" not in options:
        cookbook.check(packages)
    name = description["name"]
    folder = folder_of(description)
    images = os.path.join(root, folder)
    is_bundled = folder == BUNDLED
    is_rom = description["machine"] == "x86-64"
    image, symbols = (rom_image if is_rom else flash_image)(description, built, images)
    image_file = name + (".rom" if is_rom else ".elf")

    inputs = [os.path.relpath(description_path, GUEST)]
    for each in SHARED_INPUTS + description.get("folders", []):
        inputs += files_below(each)
    for package in packages:
        inputs += [package.file, *package.sources()]
    inputs = sorted(set(inputs))
    write(os.path.join(images, image_file), image)

    recipe = {key: description[key] for key in ("name", "machine", "board", "style", "description")}
    recipe["build"] = "kernels/guest/build.sh"
    recipe["toolchain"] = toolchain()
    recipe["output"] = {"file": f"{folder}/{image_file}", "sha256": sha256(image)}
    if is_bundled:
        # With the recipes of packages, all that they pin can be checked where the image is installed.
        sources = zip_of([each for each in inputs if each.endswith(".rs") or packages])
        write(os.path.join(images, name + "-sources.zip"), sources)
        recipe["sources"] = {
            "file": f"{folder}/{name}-sources.zip", "sha256": sha256(sources), "root": "kernels/guest"}
    recipe["symbols"] = symbols
    if packages:
        recipe["packages"] = [
            {"name": each.name, "template": each.template, "dependencies": each.needs + each.runs_with,
             "recipe": "kernels/guest/" + each.file} for each in packages]
    recipe["inputs"] = [
        {"path": "kernels/guest/" + each, "sha256": sha256(read(os.path.join(GUEST, each)))} for each in inputs]
    write(os.path.join(images, name + ".json"), (json.dumps(recipe, indent=2) + "\n").encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
