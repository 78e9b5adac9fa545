//! Build script of the guests of one piece: tells the linker where the board's memory is.

fn main() {
    let folder = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets this");
    println!("cargo::rustc-link-arg-bins=-T{folder}/../bare.ld");
    println!("cargo::rerun-if-changed=../bare.ld");
}
