//! Tells the linker where the board's memory is.

fn main() {
    let folder = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets this");
    println!("cargo::rustc-link-arg-bins=-T{folder}/layout.ld");
    println!("cargo::rerun-if-changed=layout.ld");
}
