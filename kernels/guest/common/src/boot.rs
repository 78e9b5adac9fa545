//! What the firmware of the PC tells the kernel that it starts.

/// Marks a [`BootInformation`] that was filled in: "ringside" as bytes.
pub const BOOT_MAGIC: u64 = u64::from_le_bytes(*b"ringside");
/// Marks a [`Directory`]: "payloads" as bytes.
pub const DIRECTORY_MAGIC: u64 = u64::from_le_bytes(*b"payloads");
/// How many payloads a ROM can have.
pub const MOST_PAYLOADS: usize = 4;

/// What a kernel gets the address of, in `rdi`. All addresses are physical; the first 4 GiB are mapped to themselves.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct BootInformation {
    /// [`BOOT_MAGIC`].
    pub magic: u64,
    /// The size of RAM in bytes; it begins at 0, with a hole from 640 KiB to 1 MiB.
    pub ram_bytes: u64,
    /// From here to the end of RAM nobody uses it.
    pub free_from: u64,
    /// The archive that came with the kernel, if it has one: where, and how long.
    pub archive_base: u64,
    pub archive_bytes: u64,
}

/// One file in the ROM.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Payload {
    /// What it is: `kernel` or `archive`, filled up with zeros.
    pub name: [u8; 16],
    /// Its physical address.
    pub base: u64,
    /// Its length in bytes.
    pub bytes: u64,
}

/// The files in the ROM; it lies at the start of the ROM.
#[repr(C)]
pub struct Directory {
    /// [`DIRECTORY_MAGIC`].
    pub magic: u64,
    /// How many payloads there are.
    pub count: u64,
    pub payloads: [Payload; MOST_PAYLOADS],
}

impl Directory {
    /// The payload of that name.
    pub fn find(&self, name: &str) -> Option<&Payload> {
        let known = self.payloads.iter().take(self.count as usize);
        known.into_iter().find(|each| {
            let length = each.name.iter().position(|byte| *byte == 0).unwrap_or(each.name.len());
            each.name.get(..length) == Some(name.as_bytes())
        })
    }
}
