/* What the parts of the harness share. */
#ifndef SILICON_H
#define SILICON_H

#include <stdint.h>
#include <ucontext.h>

enum {
    FLAG_TF = 1 << 8,
    FLAG_RF = 1 << 16,
    FLAG_AC = 1 << 18,
    TRAP_NONE = -1,
    TRAP_DEBUG = 1,
    TRAP_BREAKPOINT = 3,
    TRAP_PAGE_FAULT = 14,
};

/* Selectors: those of the operating system, and ours in the local descriptor table. */
enum {
    CODE_64 = 0x33,
    CODE_32 = 0x23,
    DATA = 0x2B,
    CODE_16 = 0x07,
    STACK_16 = 0x0F,
};

/* Bits of a case. */
enum {
    CASE_STEP = 1,
    CASE_COMPAT = 2,
    CASE_XMM = 4,
    CASE_X87 = 8,
    CASE_SELECTORS = 16,
    CASE_SAVES = 32,
    CASE_16 = 64,
};

/* The legacy area of XSAVE, as the signal frame holds it. */
struct fx_area {
    uint16_t fcw;
    uint16_t fsw;
    uint8_t tags;
    uint8_t reserved;
    uint16_t opcode;
    uint64_t instruction;
    uint64_t operand;
    uint32_t mxcsr;
    uint32_t mxcsr_mask;
    uint8_t st[8][16];
    uint8_t xmm[16][16];
};

enum { FX_USED = sizeof(struct fx_area) };

struct registers {
    uint64_t gpr[16];
    uint64_t rip;
    uint64_t rflags;
    uint64_t fsbase;
    uint64_t gsbase;
    struct fx_area fx;
};

struct chunk {
    uint64_t address;
    unsigned length;
    uint8_t bytes[255];
};

enum { MOST_CHUNKS = 32, MOST_PAGES = 32, PAGE = 4096 };

struct test_case {
    int flags;
    char name[256];
    unsigned code_length; /* with the breakpoint behind it, if there is one */
    uint8_t code[32];
    uint64_t flags_mask;
    struct registers regs;
    uint64_t saved_at; /* where FXSAVE stores */
    int chunks;
    struct chunk chunk[MOST_CHUNKS];
};

struct outcome {
    struct registers regs;
    int trap;
    uint64_t error;
    uint64_t cr2;
};

struct page {
    uint64_t address;
    int rights; /* 4 r, 2 w, 1 x */
    uint8_t *ours;
    uint8_t *before;
};

void die(const char *what);

/* records.c: the next case, after applying the layouts before it; 0 at the end of input. */
int read_case(struct test_case *to);

/* memory.c */
void memory_layout(const uint64_t *addresses, const uint8_t *rights, int count);
void memory_put(const struct test_case *of);
void memory_clean(const struct test_case *of);
uint8_t *memory_at(uint64_t address);
int memory_pages(struct page **pages);

/* vectors.c */
void write_vector(const struct test_case *of, const struct outcome *outcome);
void write_out_flush(void);

#endif
