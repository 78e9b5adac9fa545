//! Nobody creates a grant, that is takes memory from every process, without the right to.
// expect: error[E0061]: this function takes 2 arguments but 1 argument was supplied
#![no_std]

pub fn create() -> kernel::grant::Grant<u32, 1, 0, 0> {
    kernel::grant::Grant::new(7)
}
