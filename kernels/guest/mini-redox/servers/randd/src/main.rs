//! The scheme `rand`: numbers that look random and are the same at every start.
//!
//! The generator is Marsaglia's xorshift with 64 bits and the shifts 13, 7 and 17. Its seed is a constant, or the number
//! that the program is given; whoever writes eight bytes to the scheme sets it anew. A real system gathers its seed from
//! what nobody can foresee; here every run must be like the one before it.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use redox_runtime::abi::record::Stat;
use redox_runtime::error::EINVAL;
use redox_runtime::scheme::{serve, Answer, Caller, SchemeServer, Socket};
use redox_runtime::{argument, daemon, program, Result};

const SEED: u64 = 0x9E37_79B9_7F4A_7C15;

struct Random {
    state: u64,
}

impl Random {
    fn next(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state
    }
}

impl SchemeServer for Random {
    fn open(&mut self, _path: &str, _flags: u64, _caller: Caller) -> Result<Answer> {
        Ok(Answer::Now(0))
    }

    fn read(&mut self, _number: u64, buffer: &mut [u8], _offset: u64, _flags: u64) -> Result<Answer> {
        for part in buffer.chunks_mut(8) {
            for (target, source) in part.iter_mut().zip(self.next().to_le_bytes()) {
                *target = source;
            }
        }
        Ok(Answer::Now(buffer.len() as u64))
    }

    fn write(&mut self, _number: u64, buffer: &[u8], _offset: u64, _flags: u64) -> Result<Answer> {
        let seed = u64::from_le_bytes(buffer.try_into().map_err(|_| EINVAL)?);
        // From 0 the generator would never get away.
        self.state = if seed == 0 { SEED } else { seed };
        Ok(Answer::Now(buffer.len() as u64))
    }

    fn fstat(&mut self, _number: u64) -> Result<Stat> {
        Ok(Stat { mode: Stat::DEVICE, bytes: 0 })
    }
}

program!(main);

fn main() -> Result<()> {
    let seed = argument::arguments().next().and_then(argument::number).filter(|seed| *seed != 0);
    let socket = Socket::create("rand")?;
    daemon::ready_and_drop_names();
    Err(serve(&socket, &mut Random { state: seed.unwrap_or(SEED) }))
}
