#!/usr/bin/env bash
# Builds the guests into resources/images and kernels/guest/test-images: kernels/guest/build.sh
# Rebuilds and compares with what is committed there:                    kernels/guest/build.sh --check
#
# Needs Debian's rustc-web, cargo-web, rust-web-src, lld and python3; nothing is fetched.
# With another compiler than the recipes pin, --check says so, verifies the hashes only, and succeeds if they hold.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 PYTHONDONTWRITEBYTECODE=1
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$here/target}"
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS
arm=thumbv7m-none-eabi
pc=x86_64-unknown-none
pc_packages=(hal-x86 firmware pc-test bench-pc)
mapfile -t redox_packages < <(find "$here/mini-redox" -name Cargo.toml -exec grep -m1 -Po '^name = "\K[^"]+' {} + | sed 's/.*://' | LC_ALL=C sort)
pc_packages+=("${redox_packages[@]}")

# cargo_build TARGET WORKSPACE ARGUMENTS: paths in the debug information are relative to the workspace, wherever it is.
cargo_build() {
    local target=$1 workspace=$2
    shift 2
    (cd "$workspace" && /usr/bin/cargo build --quiet --locked --offline --release --target $target \
        --config "target.$target.rustflags=['--remap-path-prefix=$workspace/=', '--remap-path-prefix=$workspace=']" "$@")
}

# must_not_compile: what the language keeps from capsules. Each file names, after "expect:", the error that stops it.
must_not_compile() {
    local file expected said libraries="$CARGO_TARGET_DIR/$arm/release/deps"
    for file in "$here"/mini-tock/must-not-compile/*.rs; do
        expected=$(sed -n 's|^// expect: ||p' "$file")
        said=$("$RUSTC" --edition 2021 --target $arm --crate-type lib --emit metadata -o /dev/null -L "$libraries" \
            --extern kernel="$(ls -t "$libraries"/libkernel-*.rmeta | head -1)" "$file" 2>&1) \
            && { echo "guests: $(basename "$file") compiles, but must not" >&2; return 1; }
        grep -qF "$expected" <<<"$said" \
            || { printf 'guests: %s is refused for another reason:\n%s\n' "$(basename "$file")" "$said" >&2; return 1; }
    done
}

# make_images ROOT: builds everything, then writes images, recipes and sources below ROOT.
make_images() {
    local description copy built
    copy=$(mktemp -d)
    python3 "$here/tools/reorder.py" "$here" "$copy"
    cargo_build $arm "$here" --workspace "${pc_packages[@]/#/--exclude=}"
    cargo_build $pc "$here" "${pc_packages[@]/#/--package=}"
    must_not_compile
    CARGO_TARGET_DIR="$CARGO_TARGET_DIR/reordered" cargo_build $arm "$copy" -p mps2-an385 -p hello -p crasher -p counter
    CARGO_TARGET_DIR="$CARGO_TARGET_DIR/reordered" cargo_build $pc "$copy" -p mini-redox
    rm -r "$copy"
    # The programs that run on that kernel are the same as ever.
    find "$CARGO_TARGET_DIR/$pc/release" -maxdepth 1 -type f -executable ! -name mini-redox \
        -exec cp -t "$CARGO_TARGET_DIR/reordered/$pc/release" {} +
    for description in "$here"/images/*.json; do
        built=$arm
        if grep -q '"machine": "x86-64"' "$description"; then built=$pc; fi
        case "$description" in
            *-reordered.json) built=reordered/$built ;;
        esac
        built=$CARGO_TARGET_DIR/$built
        python3 "$here/tools/image.py" "$description" "$built/release" "$1"
    done
}

# test_on_host: crates without a process in them are tested where they are built; from outside the workspace's folder, so
# that its settings for machines without a library do not count.
test_on_host() {
    (cd / && CARGO_TARGET_DIR="$CARGO_TARGET_DIR/host" /usr/bin/cargo test --quiet --locked --offline \
        --manifest-path "$here/Cargo.toml" --tests --package fsd-volume)
}

if [ "${1:-}" = --check ] && ! command -v python3 >/dev/null; then
    echo "guests: not checked: python3 is not installed"
    exit 0
fi
case "${1:-}" in
    "") make_images "$root" ;;
    --check)
        python3 "$here/tools/check.py" "$root"
        if reason=$(python3 "$here/tools/check.py" --toolchain "$root"); then
            test_on_host
            again=$(mktemp -d)
            trap 'rm -rf "$again"' EXIT
            make_images "$again"
            python3 "$here/tools/check.py" --same "$root" "$again"
        else
            echo "guests: not rebuilt, hashes checked only: $reason"
        fi ;;
    *) echo "usage: build.sh [--check]" >&2; exit 2 ;;
esac
