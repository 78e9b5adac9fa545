//! Numbers and text as bytes, without the size of `core::fmt`.

/// Where bytes go: a device, a buffer, a system call.
pub trait Sink {
    /// Takes all of `bytes`, or as many as fit.
    fn put(&mut self, bytes: &[u8]);

    /// Writes text as it is.
    fn text(&mut self, text: &str) {
        self.put(text.as_bytes());
    }

    /// Writes a number in decimal.
    fn decimal(&mut self, value: u32) {
        let mut digits = [b'0'; 10];
        let mut first = digits.len();
        let mut rest = value;
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            first -= 1;
            if rest == 0 {
                break;
            }
        }
        self.put(digits.get(first..).unwrap_or(&[]));
    }

    /// Writes a number of 64 bits in decimal.
    fn decimal64(&mut self, value: u64) {
        let mut digits = [b'0'; 20];
        let mut first = digits.len();
        let mut rest = value;
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            first -= 1;
            if rest == 0 {
                break;
            }
        }
        self.put(digits.get(first..).unwrap_or(&[]));
    }

    /// Writes a number as `0x` and eight hexadecimal digits.
    fn hex(&mut self, value: u32) {
        let mut digits = *b"0x00000000";
        for (index, digit) in digits.iter_mut().skip(2).enumerate() {
            let nibble = (value >> (28 - 4 * index as u32)) as u8 & 0xF;
            *digit = if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 };
        }
        self.put(&digits);
    }

    /// Writes a number as `0x` and sixteen hexadecimal digits.
    fn hex64(&mut self, value: u64) {
        self.hex((value >> 32) as u32);
        let mut low = [b'0'; 8];
        for (index, digit) in low.iter_mut().enumerate() {
            let nibble = (value >> (28 - 4 * index as u32)) as u8 & 0xF;
            *digit = if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 };
        }
        self.put(&low);
    }
}
