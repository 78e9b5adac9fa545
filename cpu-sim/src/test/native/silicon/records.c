/*
 * Reads records from standard input. All numbers have their lowest byte first.
 *
 *   u32 length of what follows, then u8 kind:
 *   'L' u8 count; count x {u64 address, u8 rights (4 r, 2 w, 1 x)}
 *   'C' u8 flags (1 end by single step, not by a breakpoint; 2 compatibility mode; 4 XMM registers; 8 x87 registers;
 *       16 name the segment selectors; 32 the instruction is FXSAVE;
 *       64 with 2: 16-bit code and stack),
 *       u8 length and name; u8 length and code; u64 rip, rflags, flags mask; u64 x 16 general registers by number;
 *       u64 fsbase, gsbase; [u32 mxcsr, 16 x 16 bytes]; [u16 control, u16 status, u16 tags (one bit a register),
 *       8 x 10 bytes]; [u64 where FXSAVE stores]; u8 count; count x {u64 address, u8 length, bytes}
 */
#include <string.h>
#include <unistd.h>

#include "silicon.h"

static uint8_t input[1 << 20];
static size_t start;
static size_t end;
static const uint8_t *at;

/* Makes so many bytes available from start on; 0 if the input ends before the first of them. */
static int have(size_t length) {
    if (start + length > sizeof input) {
        memmove(input, input + start, end - start);
        end -= start;
        start = 0;
    }
    while (end - start < length) {
        ssize_t count = read(0, input + end, sizeof input - end);
        if (count <= 0) {
            if (end != start) {
                die("the input ends in a record");
            }
            return 0;
        }
        end += (size_t)count;
    }
    return 1;
}

static uint64_t number(int bytes) {
    uint64_t value = 0;
    memcpy(&value, at, (size_t)bytes);
    at += bytes;
    return value;
}

static void copy(void *to, size_t length) {
    memcpy(to, at, length);
    at += length;
}

static void layout(void) {
    uint64_t addresses[MOST_PAGES];
    uint8_t rights[MOST_PAGES];
    int count = (int)number(1);
    if (count > MOST_PAGES) {
        die("too many pages");
    }
    for (int i = 0; i < count; i++) {
        addresses[i] = number(8);
        rights[i] = (uint8_t)number(1);
    }
    memory_layout(addresses, rights, count);
}

static void float_registers(struct test_case *to) {
    struct fx_area *fx = &to->regs.fx;
    memset(fx, 0, sizeof *fx);
    fx->fcw = 0x37F;
    fx->mxcsr = 0x1F80;
    if (to->flags & CASE_XMM) {
        fx->mxcsr = (uint32_t)number(4);
        copy(fx->xmm, sizeof fx->xmm);
    }
    if (to->flags & CASE_X87) {
        fx->fcw = (uint16_t)number(2);
        fx->fsw = (uint16_t)number(2);
        fx->tags = (uint8_t)number(2);
        for (int i = 0; i < 8; i++) {
            copy(fx->st[i], 10);
        }
    }
}

static void test_case(struct test_case *to) {
    to->flags = (int)number(1);
    size_t length = number(1);
    copy(to->name, length);
    to->name[length] = 0;
    to->code_length = (unsigned)number(1);
    if (to->code_length > 16) {
        die("a case has too much code");
    }
    copy(to->code, to->code_length);
    to->regs.rip = number(8);
    to->regs.rflags = number(8);
    to->flags_mask = number(8);
    for (int i = 0; i < 16; i++) {
        to->regs.gpr[i] = number(8);
    }
    to->regs.fsbase = number(8);
    to->regs.gsbase = number(8);
    float_registers(to);
    to->saved_at = to->flags & CASE_SAVES ? number(8) : 0;
    to->chunks = (int)number(1);
    if (to->chunks > MOST_CHUNKS) {
        die("too many pieces of memory");
    }
    for (int i = 0; i < to->chunks; i++) {
        to->chunk[i].address = number(8);
        to->chunk[i].length = (unsigned)number(1);
        copy(to->chunk[i].bytes, to->chunk[i].length);
    }
    if (!(to->flags & CASE_STEP)) {
        to->code[to->code_length++] = 0xCC;
    }
}

int read_case(struct test_case *to) {
    while (have(4)) {
        uint32_t length;
        memcpy(&length, input + start, 4);
        if (length > sizeof input / 2 || !have(4 + length)) {
            die("a record is too long, or the input ends in it");
        }
        at = input + start + 4;
        start += 4 + length;
        uint8_t kind = *at++;
        if (kind == 'C') {
            test_case(to);
            return 1;
        }
        if (kind != 'L') {
            die("a record is neither a layout nor a case");
        }
        layout();
    }
    return 0;
}
