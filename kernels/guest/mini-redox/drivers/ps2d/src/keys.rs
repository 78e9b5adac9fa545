//! From scan codes of set 1 to characters, by the layout of a US keyboard.

const PLAIN: &[u8; 58] = b"\0\x1b1234567890-=\x08\tqwertyuiop[]\n\0asdfghjkl;'`\0\\zxcvbnm,./\0*\0 ";
const SHIFTED: &[u8; 58] = b"\0\x1b!@#$%^&*()_+\x08\tQWERTYUIOP{}\n\0ASDFGHJKL:\"~\0|ZXCVBNM<>?\0*\0 ";

const RELEASED: u8 = 0x80;
const EXTENDED: u8 = 0xE0;
const CONTROL: u8 = 0x1D;
const LEFT_SHIFT: u8 = 0x2A;
const RIGHT_SHIFT: u8 = 0x36;
const CAPS_LOCK: u8 = 0x3A;

/// Which keys that change others are down.
#[derive(Default)]
pub struct Keys {
    is_extended: bool,
    is_left_shift: bool,
    is_right_shift: bool,
    is_control: bool,
    is_caps_lock: bool,
}

impl Keys {
    /// The character that a scan code completes, if any.
    pub fn character(&mut self, code: u8) -> Option<u8> {
        if code == EXTENDED {
            self.is_extended = true;
            return None;
        }
        let is_extended = core::mem::take(&mut self.is_extended);
        let is_down = code & RELEASED == 0;
        match code & !RELEASED {
            CONTROL => self.is_control = is_down,
            // An extended shift comes with other keys and means nothing.
            LEFT_SHIFT if !is_extended => self.is_left_shift = is_down,
            RIGHT_SHIFT if !is_extended => self.is_right_shift = is_down,
            CAPS_LOCK => self.is_caps_lock ^= is_down,
            key if is_down => return self.pressed(key, is_extended),
            _ => {}
        }
        None
    }

    fn pressed(&self, key: u8, is_extended: bool) -> Option<u8> {
        let plain = *PLAIN.get(key as usize)?;
        // Of the extended keys only Enter and the slash of the number pad are characters.
        if plain == 0 || is_extended && !matches!(plain, b'\n' | b'/') {
            return None;
        }
        if self.is_control {
            return plain.is_ascii_lowercase().then_some(plain & 0x1F);
        }
        let is_shift = (self.is_left_shift || self.is_right_shift) && !is_extended;
        let is_shifted = is_shift ^ (self.is_caps_lock && plain.is_ascii_lowercase());
        if is_shifted { SHIFTED.get(key as usize).copied() } else { Some(plain) }
    }
}
