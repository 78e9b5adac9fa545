//! Tells the linker where bootstrap lies in the archive.

fn main() {
    let folder = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets this");
    println!("cargo::rustc-link-arg-bins=-T{folder}/../runtime/bootstrap.ld");
    println!("cargo::rerun-if-changed=../runtime/bootstrap.ld");
}
