//! The servers of null, zero, rand and log.

use redox_runtime::error::ENOENT;
use redox_runtime::file::File;
use redox_runtime::record::Record;
use redox_runtime::Result;

use crate::check::Check;

pub fn all(check: &mut Check) {
    null_and_zero(check);
    random(check);
    log(check);
}

fn null_and_zero(check: &mut Check) {
    if let Some(null) = check.works("null", File::writing("/scheme/null")) {
        check.gives("write to null", null.write(&[1; 5000]), Ok(5000));
        check.gives("read of null", null.read(&mut [0; 10]), Ok(0));
    }
    if let Some(zero) = check.works("zero", File::writing("/scheme/zero")) {
        // More than two pages, at no round address: ends are copied, the middle is lent.
        let mut bytes = [7; 10_000];
        check.gives("read of zero", zero.read(&mut bytes[3..9_999]), Ok(9_996));
        check.holds("zeros", bytes[3..9_999].iter().all(|byte| *byte == 0));
        check.holds("nothing beside", bytes[..3] == [7; 3] && bytes[9_999] == 7);
    }
}

/// The generator, once more: what it gives must be the same at every start.
fn random(check: &mut Check) {
    let Some(file) = check.works("rand", File::writing("/scheme/rand")) else { return };
    check.gives("set the seed", file.write(&1_u64.to_le_bytes()), Ok(8));
    // xorshift64 with 13, 7, 17 from 1, by hand: 1 ^ 1 << 13 = 0x2001; ^ >> 7 = 0x2041; ^ << 17 = 0x4082_2041.
    check.gives("the first number", file.read_record::<u64>(), Ok(0x4082_2041));
    let (second, third) = (next(&file), next(&file));
    check.holds("then others", second.is_ok() && second != third);
}

fn next(file: &File) -> Result<u64> {
    let mut word = 0_u64;
    match file.read(word.as_bytes_mut())? {
        8 => Ok(word),
        _ => Err(ENOENT),
    }
}

fn log(check: &mut Check) {
    let Some(file) = check.works("log", File::writing("/scheme/log")) else { return };
    check.gives("half a line", file.write(b"tester: half "), Ok(13));
    check.gives("its end", file.write(b"and half\n"), Ok(9));
    let mut bytes = [0; 4096];
    let count = file.seek(0).and_then(|()| file.read(&mut bytes)).unwrap_or(0);
    let text = bytes.get(..count).unwrap_or(&[]);
    check.holds("the line is kept whole", text.windows(22).any(|part| part == b"tester: half and half\n"));
}
