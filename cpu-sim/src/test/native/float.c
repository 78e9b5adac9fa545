// Runs single instructions on the processor of this machine: reads cases from standard input, writes what became of
// the registers to standard output. Both are fixed records, host order (see struct given and struct found).
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ucontext.h>

struct given {
    uint8_t length, code[15];
    uint64_t rax, rcx, rdx, flags;
    uint8_t fx[512] __attribute__((aligned(16)));
    uint8_t memory[640];
};

struct found {
    uint64_t signal, rax, rcx, rdx, flags, unused;
    uint8_t fx[512] __attribute__((aligned(16)));
    uint8_t memory[640];
};

struct given in __attribute__((aligned(64)));
struct found out __attribute__((aligned(64)));
uint8_t memory[640] __attribute__((aligned(64)));
uint8_t *code;
static sigjmp_buf back;

static void caught(int number, siginfo_t *info, void *context) {
    ucontext_t *c = context;
    out.signal = number;
    out.rax = c->uc_mcontext.gregs[REG_RAX];
    out.rcx = c->uc_mcontext.gregs[REG_RCX];
    out.rdx = c->uc_mcontext.gregs[REG_RDX];
    out.flags = c->uc_mcontext.gregs[REG_EFL];
    memcpy(out.fx, c->uc_mcontext.fpregs, 512);
    siglongjmp(back, 1);
}

__attribute__((noinline)) static void run(void) {
    __asm__ volatile(
        "push %%rbx\n push %%rbp\n sub $8, %%rsp\n"
        "fninit\n"
        "fxrstor64 in+48(%%rip)\n"
        "pushq in+40(%%rip)\n popfq\n"
        "mov in+16(%%rip), %%rax\n mov in+24(%%rip), %%rcx\n mov in+32(%%rip), %%rdx\n"
        "lea memory(%%rip), %%rbx\n mov %%rbx, %%rdi\n"
        "mov code(%%rip), %%rbp\n"
        "call *%%rbp\n"
        "pushfq\n popq out+32(%%rip)\n"
        "mov %%rax, out+8(%%rip)\n mov %%rcx, out+16(%%rip)\n mov %%rdx, out+24(%%rip)\n"
        "fxsave64 out+48(%%rip)\n"
        "add $8, %%rsp\n pop %%rbp\n pop %%rbx\n"
        "fninit\n cld\n"
        : : : "rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "memory", "cc");
}

int main(void) {
    static uint8_t stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    struct sigaction action = {.sa_sigaction = caught, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    int numbers[] = {SIGFPE, SIGILL, SIGSEGV, SIGBUS, SIGTRAP};
    for (int i = 0; i < 5; i++) {
        sigaction(numbers[i], &action, NULL);
    }
    code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    while (fread(&in, sizeof in, 1, stdin) == 1) {
        memset(&out, 0, sizeof out);
        memcpy(code, in.code, in.length);
        code[in.length] = 0xC3;
        memcpy(memory, in.memory, sizeof memory);
        if (sigsetjmp(back, 1) == 0) {
            run();
        } else {
            uint32_t mxcsr = 0x1F80;
            __asm__ volatile("fnclex\n fninit\n ldmxcsr %0" : : "m"(mxcsr));
        }
        memcpy(out.memory, memory, sizeof memory);
        fwrite(&out, sizeof out, 1, stdout);
    }
    return 0;
}
