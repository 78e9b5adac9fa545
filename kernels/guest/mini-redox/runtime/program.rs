//! Build script of the programs: tells the linker where they are linked.

fn main() {
    let folder = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets this");
    println!("cargo::rustc-link-arg-bins=-T{folder}/../../runtime/program.ld");
    println!("cargo::rerun-if-changed=../../runtime/program.ld");
}
