/*
 * Runs single instructions on the processor of this machine and writes what they did as test vectors, one JSON object a
 * line.
 *
 * How it works: (1) Standard input holds records (see records.c): a layout says which pages are mapped and with which
 * rights, a case says what is in the registers and in memory. (2) Each page is mapped twice, once where the case wants it
 * and once for us, always writable; so memory can be set and compared whatever its rights. (3) There is one process and no
 * call of the system a case but the return from a signal handler: the handler takes down what the last case did, puts the
 * next case's registers into the signal's context, and returns into it. (4) The case ends with a signal: a breakpoint
 * right behind the instruction, a single-step trap where the instruction may branch, or the exception it caused.
 */
#define _GNU_SOURCE
#include <asm/ldt.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "silicon.h"

enum { STACK_SIZE = 1 << 18 };

static uint64_t own_fs;
static uint64_t own_gs;
static struct test_case current;
static int running;

void die(const char *what) {
    write_out_flush();
    dprintf(2, "silicon: %s\n", what);
    _exit(2);
}

static uint64_t read_fs(void) {
    uint64_t base;
    __asm__ volatile("rdfsbase %0" : "=r"(base));
    return base;
}

static uint64_t read_gs(void) {
    uint64_t base;
    __asm__ volatile("rdgsbase %0" : "=r"(base));
    return base;
}

static void write_bases(uint64_t fs, uint64_t gs) {
    __asm__ volatile("wrgsbase %0" : : "r"(gs));
    __asm__ volatile("wrfsbase %0" : : "r"(fs) : "memory");
}

static const int GREGS[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                              REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};

static void take_down(const ucontext_t *context, uint64_t fs, uint64_t gs, struct outcome *out) {
    const greg_t *g = context->uc_mcontext.gregs;
    for (int i = 0; i < 16; i++) {
        out->regs.gpr[i] = (uint64_t)g[GREGS[i]];
    }
    if (current.flags & CASE_16) {
        /* The way back to a 16-bit stack leaves something there. */
        out->regs.gpr[4] &= 0xFFFFFFFF;
    }
    out->regs.rip = (uint64_t)g[REG_RIP];
    out->regs.rflags = (uint64_t)g[REG_EFL] & ~(uint64_t)FLAG_RF;
    out->regs.fsbase = fs;
    out->regs.gsbase = gs;
    memcpy(&out->regs.fx, context->uc_mcontext.fpregs, sizeof out->regs.fx);
    out->trap = (int)g[REG_TRAPNO];
    out->error = (uint64_t)g[REG_ERR];
    out->cr2 = (uint64_t)g[REG_CR2];
    if (current.flags & CASE_STEP) {
        out->regs.rflags &= ~(uint64_t)FLAG_TF;
        if (out->trap == TRAP_DEBUG) {
            out->trap = TRAP_NONE;
        }
    } else if (out->trap == TRAP_BREAKPOINT && out->regs.rip == current.regs.rip + current.code_length) {
        out->trap = TRAP_NONE;
        out->regs.rip--;
    } else if (out->trap == TRAP_PAGE_FAULT && out->regs.rip == current.regs.rip + current.code_length - 1) {
        /* The instruction ends with its page, and the breakpoint cannot be fetched. */
        out->trap = TRAP_NONE;
    }
}

static void put_in(ucontext_t *context) {
    greg_t *g = context->uc_mcontext.gregs;
    for (int i = 0; i < 16; i++) {
        g[GREGS[i]] = (greg_t)current.regs.gpr[i];
    }
    g[REG_RIP] = (greg_t)current.regs.rip;
    g[REG_EFL] = (greg_t)(current.regs.rflags | (current.flags & CASE_STEP ? FLAG_TF : 0));
    uint64_t cs = current.flags & CASE_16 ? CODE_16 : current.flags & CASE_COMPAT ? CODE_32 : CODE_64;
    uint64_t ss = current.flags & CASE_16 ? STACK_16 : DATA;
    g[REG_CSGSFS] = (greg_t)(((uint64_t)g[REG_CSGSFS] & 0x0000FFFFFFFF0000ull) | cs | ss << 48);
    struct fx_area *fx = (struct fx_area *)context->uc_mcontext.fpregs;
    memcpy(fx, &current.regs.fx, FX_USED);
    /* Behind the legacy area: which components are not in their initial state. x87 and SSE are ours. */
    uint64_t *present = (uint64_t *)((char *)fx + 512);
    *present |= 3;
}

/* Called by on_signal below, with clean flags. */
__attribute__((used)) static void handle(int number, siginfo_t *information, void *v) {
    (void)number;
    (void)information;
    uint64_t fs = read_fs();
    uint64_t gs = read_gs();
    write_bases(own_fs, own_gs);
    ucontext_t *context = v;
    if (running) {
        static struct outcome outcome;
        take_down(context, fs, gs, &outcome);
        write_vector(&current, &outcome);
        memory_clean(&current);
    }
    running = 1;
    if (!read_case(&current)) {
        write_out_flush();
        _exit(0);
    }
    memory_put(&current);
    put_in(context);
    write_bases(current.regs.fsbase, current.regs.gsbase);
}

/* A signal handler inherits flags of the case such as AC, with which no compiled code can run. */
void on_signal(int number, siginfo_t *information, void *context);
__asm__(".text\n"
        "on_signal:\n"
        "    pushq $2\n"
        "    popfq\n"
        "    jmp handle\n");

/* Flat segments of 16 bits: one of code, one of data. */
static void make_segments(void) {
    struct user_desc segment = {0};
    segment.limit = 0xFFFFF;
    segment.limit_in_pages = 1;
    segment.contents = 2;
    segment.entry_number = CODE_16 >> 3;
    long made = syscall(SYS_modify_ldt, 0x11, &segment, sizeof segment);
    segment.contents = 0;
    segment.entry_number = STACK_16 >> 3;
    if (made != 0 || syscall(SYS_modify_ldt, 0x11, &segment, sizeof segment) != 0) {
        die("no 16-bit segments");
    }
}

int main(void) {
    static const int SIGNALS[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};
    stack_t stack = {0};
    stack.ss_sp = mmap(NULL, STACK_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    stack.ss_size = STACK_SIZE;
    if (stack.ss_sp == MAP_FAILED || sigaltstack(&stack, NULL) != 0) {
        die("no stack for signals");
    }
    for (unsigned i = 0; i < sizeof SIGNALS / sizeof SIGNALS[0]; i++) {
        struct sigaction action = {0};
        action.sa_sigaction = on_signal;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigaction(SIGNALS[i], &action, NULL);
    }
    make_segments();
    own_fs = read_fs();
    own_gs = read_gs();
    /* In 64-bit code these selectors do not matter; in compatibility mode they must be loaded. */
    __asm__ volatile("mov %0, %%ds; mov %0, %%es" : : "r"(DATA));
    __asm__ volatile("int3");
    return 1;
}
