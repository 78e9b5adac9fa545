//! Tells the linker where the kernel is linked.

fn main() {
    let folder = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets this");
    println!("cargo::rustc-link-arg-bins=-T{folder}/../../pc-kernel.ld");
    println!("cargo::rerun-if-changed=../../pc-kernel.ld");
}
