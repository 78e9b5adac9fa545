/* The fixture of the image reader's tests in C: what Rust does not make. */
#include <stdint.h>

typedef uint32_t word_t;
struct flags {
    unsigned ready : 1;
    unsigned level : 3;
    int delta : 5;
    unsigned long long wide : 40;
};
enum colour { RED, GREEN = 7, BLUE };
struct node {
    struct node *next;
    const char *name;
    void *owner;
    union {
        float ratio;
        word_t raw;
    } value;
    enum colour colour;
};

static struct node second = {0, "second", 0, {2.5f}, BLUE};
struct node first = {&second, "first", &first, {.raw = 0x40490fdb}, GREEN};
struct flags flags = {1, 5, -3, 0x123456789aULL};
short matrix[2][3][4] = {{{1, 2, 3, 4}, {5, 6, 7, 8}}, {{-1}}};
volatile const char text[12] = "hello";
int (*operation)(int, int);
double pi = 3.25;
#ifndef __i386__
__int128 huge = -5;
#endif

__attribute__((noinline)) static int add(int a, int b) {
    volatile int sum = a + b;
    return sum;
}

static inline __attribute__((always_inline)) int clamp(int value, int limit) {
    int result = value > limit ? limit : value;
    return result;
}

__attribute__((noinline)) int work(int count, struct node *node) {
    int total = 0;
    for (int i = 0; i < count; i++) {
        total = add(total, clamp(i * (int)node->value.raw, 100));
    }
    return total;
}

void _start(void) {
    operation = add;
    for (;;) {
        flags.level = work(5, &first) & 7;
    }
}
