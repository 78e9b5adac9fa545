//! Tells the linker where the ROM is.

fn main() {
    let folder = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets this");
    println!("cargo::rustc-link-arg-bins=-T{folder}/rom.ld");
    println!("cargo::rerun-if-changed=rom.ld");
}
