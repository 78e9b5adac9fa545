//! A capsule cannot make itself a right: the trait asks for `unsafe impl`.
// expect: error[E0200]: the trait `MainLoop` requires an `unsafe impl` declaration
#![no_std]

pub struct Forged;

impl kernel::capability::MainLoop for Forged {}
