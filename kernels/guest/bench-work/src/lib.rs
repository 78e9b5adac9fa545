//! The work that emulators are measured by: six small programs with different habits. All of it is on the stack, none of
//! it in statics, so that it can run anywhere.
#![no_std]
#![forbid(unsafe_code)]

/// The checksum after all rounds.
pub const EXPECTED: u32 = 0xD6F4_F023;

/// Does everything once; `seed` and the result chain the rounds together.
pub fn round(number: u32, seed: u32) -> u32 {
    let mut sum = seed ^ number.wrapping_mul(0x9E37_79B9);
    sum = sum.rotate_left(1) ^ checksum_bytes(sum);
    sum = sum.rotate_left(1) ^ sort(sum);
    sum = sum.rotate_left(1) ^ multiply_matrices(sum);
    sum = sum.rotate_left(1) ^ sieve();
    sum = sum.rotate_left(1) ^ fibonacci(21);
    sum.rotate_left(1) ^ interpret(sum)
}

/// A small generator of numbers, so that no data is needed.
fn next(state: &mut u32) -> u32 {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    *state
}

/// Shifts and branches: a bitwise CRC over bytes.
fn checksum_bytes(seed: u32) -> u32 {
    let mut bytes = [0_u8; 2048];
    let mut state = seed | 1;
    for byte in bytes.iter_mut() {
        *byte = next(&mut state) as u8;
    }
    let mut crc = u32::MAX;
    for _ in 0..8 {
        for byte in bytes.iter() {
            crc ^= *byte as u32;
            for _ in 0..8 {
                crc = if crc & 1 != 0 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
            }
        }
    }
    crc
}

/// Loads, stores, unpredictable branches, recursion: quicksort.
fn sort(seed: u32) -> u32 {
    let mut numbers = [0_u32; 1024];
    let mut sum = 0_u32;
    let mut state = seed | 1;
    for _ in 0..4 {
        for number in numbers.iter_mut() {
            *number = next(&mut state);
        }
        quicksort(&mut numbers);
        for (index, number) in numbers.iter().enumerate() {
            sum = sum.wrapping_add(number.wrapping_mul(index as u32));
        }
    }
    sum
}

fn quicksort(numbers: &mut [u32]) {
    if numbers.len() < 2 {
        return;
    }
    let pivot = numbers[numbers.len() / 2];
    let (mut low, mut high) = (0, numbers.len() - 1);
    loop {
        while numbers[low] < pivot {
            low += 1;
        }
        while numbers[high] > pivot {
            high -= 1;
        }
        if low >= high {
            break;
        }
        numbers.swap(low, high);
        low += 1;
        high -= 1;
    }
    let (left, right) = numbers.split_at_mut(low);
    quicksort(left);
    quicksort(right);
}

/// Multiplications in regular loops.
fn multiply_matrices(seed: u32) -> u32 {
    const N: usize = 24;
    let (mut a, mut b, mut c) = ([[0_u32; N]; N], [[0_u32; N]; N], [[0_u32; N]; N]);
    let mut state = seed | 1;
    for (row_a, row_b) in a.iter_mut().zip(b.iter_mut()) {
        for (x, y) in row_a.iter_mut().zip(row_b.iter_mut()) {
            (*x, *y) = (next(&mut state), next(&mut state));
        }
    }
    for _ in 0..4 {
        for i in 0..N {
            for j in 0..N {
                let mut sum = 0_u32;
                for k in 0..N {
                    sum = sum.wrapping_add(a[i][k].wrapping_mul(b[k][j]));
                }
                c[i][j] = sum;
            }
        }
        a = c;
    }
    c.iter().flatten().fold(0, |sum, x| sum ^ x)
}

/// Byte stores with a stride.
fn sieve() -> u32 {
    const BELOW: usize = 8192;
    let mut is_composite = [false; BELOW];
    let mut primes = 0;
    for number in 2..BELOW {
        if !is_composite[number] {
            primes += 1;
            let mut multiple = number * number;
            while multiple < BELOW {
                is_composite[multiple] = true;
                multiple += number;
            }
        }
    }
    primes
}

/// Calls and returns.
#[inline(never)]
fn fibonacci(n: u32) -> u32 {
    if n < 2 { n } else { fibonacci(n - 1).wrapping_add(fibonacci(n - 2)) }
}

/// A jump table: an interpreter of a tiny program.
fn interpret(seed: u32) -> u32 {
    const PROGRAM: [u8; 12] = [0, 3, 1, 5, 2, 4, 0, 6, 3, 1, 2, 7];
    let (mut accumulator, mut index, mut counter) = (seed, 0_u32, 0_usize);
    for _ in 0..60_000 {
        match PROGRAM[counter % PROGRAM.len()] {
            0 => accumulator = accumulator.wrapping_add(index),
            1 => accumulator ^= accumulator << 3,
            2 => index = index.wrapping_add(accumulator >> 7),
            3 => accumulator = accumulator.rotate_right(index & 31),
            4 => accumulator = accumulator.wrapping_sub(0x1234_5678),
            5 => index /= (accumulator & 7) + 1,
            6 => accumulator = !accumulator,
            _ => index = index.swap_bytes(),
        }
        counter += 1;
    }
    accumulator ^ index
}
