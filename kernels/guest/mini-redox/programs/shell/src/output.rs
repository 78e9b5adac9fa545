//! Where a command writes: the screen, or the file after `>`.

use redox_runtime::error::Result;
use redox_runtime::file::File;
use redox_runtime::flag::{OPEN_CREATE, OPEN_TRUNCATE, OPEN_WRITE};
use redox_runtime::text::{Line, OUTPUT};
use redox_runtime::call;

pub struct Output {
    file: Option<File>,
}

impl Output {
    /// The screen, or a file of that path, made anew.
    pub fn of(path: Option<&str>) -> Result<Self> {
        let file = path.map(|path| File::open(path, OPEN_WRITE | OPEN_CREATE | OPEN_TRUNCATE)).transpose()?;
        Ok(Output { file })
    }

    pub fn descriptor(&self) -> u64 {
        self.file.as_ref().map_or(OUTPUT, File::descriptor)
    }

    /// Writes all of it.
    pub fn write(&self, bytes: &[u8]) -> Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let count = call::write(self.descriptor(), rest)?;
            rest = rest.get(count..).filter(|_| count > 0).unwrap_or(&[]);
        }
        Ok(())
    }

    /// Writes a line and its end.
    pub fn line(&self, text: &str) -> Result<()> {
        use redox_runtime::common::text::Sink;
        let mut line = Line::new();
        line.text(text);
        line.text("\n");
        self.write(line.bytes())
    }
}
