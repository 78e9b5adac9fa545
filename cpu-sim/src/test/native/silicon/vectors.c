/* Writes test vectors in the program's format: what was before, and what is different after. */
#include <string.h>
#include <unistd.h>

#include "silicon.h"

static const char *const NAMES[16] = {"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi",
                                      "r8",  "r9",  "r10", "r11", "r12", "r13", "r14", "r15"};

static char output[1 << 20];
static size_t used;
static int first; /* nothing stands in the present object yet */

void write_out_flush(void) {
    for (size_t done = 0; done < used;) {
        ssize_t count = write(1, output + done, used - done);
        if (count <= 0) {
            _exit(3);
        }
        done += (size_t)count;
    }
    used = 0;
}

static void text(const char *s) {
    size_t length = strlen(s);
    memcpy(output + used, s, length);
    used += length;
}

static void hex(uint64_t value) {
    int shift = value ? (63 - __builtin_clzll(value)) / 4 * 4 : 0;
    for (; shift >= 0; shift -= 4) {
        output[used++] = "0123456789abcdef"[value >> shift & 15];
    }
}

static void hex_bytes(const uint8_t *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        output[used++] = "0123456789abcdef"[bytes[i] >> 4];
        output[used++] = "0123456789abcdef"[bytes[i] & 15];
    }
}

static void key(const char *name) {
    text(first ? "\"" : ",\"");
    first = 0;
    text(name);
    text("\":\"");
}

static void numbered(const char *name, uint64_t value) {
    key(name);
    hex(value);
    text("\"");
}

static void number_if(int wanted, const char *name, uint64_t value) {
    if (wanted) {
        numbered(name, value);
    }
}

static void bytes_named(const char *prefix, int n, const uint8_t *bytes, size_t length) {
    char name[8];
    size_t end = strlen(prefix);
    memcpy(name, prefix, end);
    if (n >= 10) {
        name[end++] = '1';
    }
    name[end++] = (char)('0' + n % 10);
    name[end] = 0;
    key(name);
    hex_bytes(bytes, length);
    text("\"");
}

static int is_zero(const uint8_t *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (bytes[i]) {
            return 0;
        }
    }
    return 1;
}

static void float_before(const struct fx_area *fx) {
    number_if(fx->mxcsr != 0x1F80, "mxcsr", fx->mxcsr);
    for (int i = 0; i < 16; i++) {
        if (!is_zero(fx->xmm[i], 16)) {
            bytes_named("xmm", i, fx->xmm[i], 16);
        }
    }
    number_if(fx->fcw != 0x37F, "fcw", fx->fcw);
    number_if(fx->fsw != 0, "fsw", fx->fsw);
    number_if(fx->tags != 0, "ftw", fx->tags);
    for (int i = 0; i < 8; i++) {
        if (!is_zero(fx->st[i], 10)) {
            bytes_named("st", i, fx->st[i], 10);
        }
    }
}

static void registers_before(const struct test_case *of) {
    const struct registers *r = &of->regs;
    text("{\"regs\":{");
    first = 1;
    for (int i = 0; i < 16; i++) {
        number_if(r->gpr[i] != 0, NAMES[i], r->gpr[i]);
    }
    numbered("rip", r->rip);
    numbered("rflags", r->rflags);
    number_if(r->fsbase != 0, "fsbase", r->fsbase);
    number_if(r->gsbase != 0, "gsbase", r->gsbase);
    if (of->flags & CASE_SELECTORS) {
        numbered("cs", of->flags & CASE_16 ? CODE_16 : of->flags & CASE_COMPAT ? CODE_32 : CODE_64);
        numbered("ss", of->flags & CASE_16 ? STACK_16 : DATA);
        numbered("ds", 0x2B);
        numbered("es", 0x2B);
    }
    if (r->rflags & FLAG_AC) {
        numbered("cr0", 0x80050033);
    }
    float_before(&r->fx);
    text("},\"mem\":{");
}

static void memory_before(const struct test_case *of) {
    first = 1;
    for (int i = 0; i < of->chunks; i++) {
        if (!is_zero(of->chunk[i].bytes, of->chunk[i].length)) {
            text(first ? "\"" : ",\"");
            first = 0;
            hex(of->chunk[i].address);
            text("\":\"");
            hex_bytes(of->chunk[i].bytes, of->chunk[i].length);
            text("\"");
        }
    }
    text("}}");
}

static void float_after(const struct fx_area *was, const struct fx_area *is) {
    number_if(is->mxcsr != was->mxcsr, "mxcsr", is->mxcsr);
    for (int i = 0; i < 16; i++) {
        if (memcmp(was->xmm[i], is->xmm[i], 16) != 0) {
            bytes_named("xmm", i, is->xmm[i], 16);
        }
    }
    number_if(is->fcw != was->fcw, "fcw", is->fcw);
    number_if(is->fsw != was->fsw, "fsw", is->fsw);
    number_if(is->tags != was->tags, "ftw", is->tags);
    for (int i = 0; i < 8; i++) {
        if (memcmp(was->st[i], is->st[i], 10) != 0) {
            bytes_named("st", i, is->st[i], 10);
        }
    }
}

/* After an exception only what is named is compared: so all that should be as before is named too. */
static void registers_after(const struct test_case *of, const struct outcome *outcome) {
    const struct registers *was = &of->regs;
    const struct registers *is = &outcome->regs;
    int all = outcome->trap != TRAP_NONE;
    text("{\"regs\":{");
    first = 1;
    for (int i = 0; i < 16; i++) {
        int named = is->gpr[i] != was->gpr[i] || (all && i < (of->flags & CASE_COMPAT ? 8 : 16));
        number_if(named, NAMES[i], is->gpr[i]);
    }
    number_if(all || is->rip != was->rip, "rip", is->rip);
    number_if(all || is->rflags != was->rflags, "rflags", is->rflags);
    number_if(is->fsbase != was->fsbase, "fsbase", is->fsbase);
    number_if(is->gsbase != was->gsbase, "gsbase", is->gsbase);
    float_after(&was->fx, &is->fx);
    text("},\"mem\":{");
}

static void room(void) {
    if (used > sizeof output / 2) {
        write_out_flush();
    }
}

/* Writes what has changed in memory, and puts it back. */
static void memory_after(void) {
    struct page *pages;
    int count = memory_pages(&pages);
    first = 1;
    for (int i = 0; i < count; i++) {
        uint8_t *is = pages[i].ours;
        const uint8_t *was = pages[i].before;
        if (memcmp(is, was, PAGE) == 0) {
            continue;
        }
        for (int at = 0; at < PAGE; at++) {
            int from = at;
            while (at < PAGE && is[at] != was[at]) {
                at++;
            }
            if (at > from) {
                text(first ? "\"" : ",\"");
                first = 0;
                hex(pages[i].address + (uint64_t)from);
                text("\":\"");
                hex_bytes(is + from, (size_t)(at - from));
                text("\"");
                room();
            }
        }
        memcpy(is, was, PAGE);
    }
    text("}}");
}

static void page_list(void) {
    struct page *pages;
    int count = memory_pages(&pages);
    for (int i = 0; i < count; i++) {
        text(i ? ",\"" : "\"");
        hex(pages[i].address);
        text("\":\"");
        text(pages[i].rights & 4 ? "r" : "");
        text(pages[i].rights & 2 ? "w" : "");
        text(pages[i].rights & 1 ? "x\"" : "\"");
    }
}

/* Which exceptions push an error code. */
static int has_error_code(int trap) {
    return trap == 8 || (trap >= 10 && trap <= 14) || trap == 17;
}

/* The operating system hides from programs which pages of its own are mapped, and the guard page before them. */
static int is_kernel_address(const struct outcome *outcome) {
    return outcome->trap == TRAP_PAGE_FAULT && outcome->cr2 >= 0x7FFFFFFFF000ull;
}

static void exception(const struct outcome *outcome) {
    if (outcome->trap == TRAP_NONE) {
        text("null");
        return;
    }
    if (outcome->trap >= 10) {
        output[used++] = (char)('0' + outcome->trap / 10 % 10);
    }
    output[used++] = (char)('0' + outcome->trap % 10);
    if (is_kernel_address(outcome)) {
        return;
    }
    if (has_error_code(outcome->trap)) {
        text(",\"errorCode\":\"");
        hex(outcome->error);
        text("\"");
    }
    if (outcome->trap == TRAP_PAGE_FAULT) {
        text(",\"cr2\":\"");
        hex(outcome->cr2);
        text("\"");
    }
}

/*
 * FXSAVE tells which bits of MXCSR a processor has. Bit 17, misaligned SSE mode, is one that only some makers have; it is
 * taken out, so that what is stored is the same on all.
 */
static void take_out_mask_bit(const struct test_case *of, const struct outcome *outcome) {
    uint8_t *mask = memory_at(of->saved_at + 30);
    if (of->flags & CASE_SAVES && outcome->trap == TRAP_NONE && mask) {
        *mask &= (uint8_t)~2;
    }
}

void write_vector(const struct test_case *of, const struct outcome *outcome) {
    take_out_mask_bit(of, outcome);
    room();
    text("{\"name\":\"");
    text(of->name);
    text("\",\"cpu\":\"x86-64\",\"mode\":\"");
    text(of->flags & CASE_16 ? "prot16" : of->flags & CASE_COMPAT ? "compat32" : "long64");
    text("\",\"bytes\":\"");
    hex_bytes(of->code, of->code_length);
    text("\",\"pages\":{");
    page_list();
    text("},\"before\":");
    registers_before(of);
    memory_before(of);
    text(",\"after\":");
    registers_after(of, outcome);
    memory_after();
    text(",\"flagsMask\":\"");
    hex(of->flags_mask);
    text("\",\"exception\":");
    exception(outcome);
    text("}\n");
}
