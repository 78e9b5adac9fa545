#!/usr/bin/env bash
# Builds the guests into resources/images/:           kernels/guest/build.sh
# Rebuilds and compares with what is committed there: kernels/guest/build.sh --check
#
# Needs Debian's rustc-web, cargo-web, rust-web-src, lld and python3; nothing is fetched.
# With another compiler than the recipes pin, --check says so, verifies the hashes only, and succeeds if they hold.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 PYTHONDONTWRITEBYTECODE=1
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$here/target}"
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS
target=thumbv7m-none-eabi
built="$CARGO_TARGET_DIR/$target/release"

# Paths in the debug information are relative to this folder, wherever it is.
cargo_build() {
    (cd "$here" && /usr/bin/cargo build --quiet --locked --offline --release --target $target \
        --config "target.$target.rustflags=['--remap-path-prefix=$here/=', '--remap-path-prefix=$here=']" "$@")
}

# make_images FOLDER: builds everything, then writes images, recipes and sources into FOLDER.
make_images() {
    cargo_build --workspace
    for description in "$here"/images/*.json; do
        python3 "$here/tools/image.py" "$description" "$built" "$1"
    done
}

case "${1:-}" in
    "") make_images "$root/resources/images" ;;
    --check)
        python3 "$here/tools/check.py" "$root"
        if reason=$(python3 "$here/tools/check.py" --toolchain "$root"); then
            again=$(mktemp -d)
            trap 'rm -rf "$again"' EXIT
            make_images "$again"
            python3 "$here/tools/check.py" --same "$root" "$again"
        else
            echo "guests: not rebuilt, hashes checked only: $reason"
        fi ;;
    *) echo "usage: build.sh [--check]" >&2; exit 2 ;;
esac
