package ringside.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of Rust items keep what tells them apart, and lose the rest. */
class SymbolTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reset_handler                                  | reset_handler
            reset_handler+0x2                              | reset_handler+0x2
            mps2_an385::memory::STACK+0x1b78               | STACK+0x1b78
            <kernel::process::Process>::run                | Process::run
            <kernel::process::Process>::run+0x40           | Process::run+0x40
            hal_cortexm::register::Register::get           | Register::get
            <a::Console as b::c::Driver>::command          | Console::command
            kernel::kernel::Kernel::run::{closure#0}       | run::{closure#0}
            core::option::Option<alloc::vec::Vec<u8>>::map | Option::map
            """)
    void namesAreShortened(String name, String expected) {
        assertEquals(expected, SymbolText.brief(name));
    }
}
