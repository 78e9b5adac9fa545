/* The pages of a layout, each mapped twice: for the case with its rights, and for us. */
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "silicon.h"

static struct page pages[MOST_PAGES];
static int page_count;

void memory_layout(const uint64_t *addresses, const uint8_t *rights, int count) {
    for (int i = 0; i < page_count; i++) {
        munmap((void *)pages[i].address, PAGE);
        munmap(pages[i].ours, PAGE);
        munmap(pages[i].before, PAGE);
    }
    int file = memfd_create("pages", 0);
    if (file < 0 || ftruncate(file, (off_t)count * PAGE) != 0) {
        die("no memory for pages");
    }
    for (int i = 0; i < count; i++) {
        int protection = (rights[i] & 4 ? PROT_READ : 0) | (rights[i] & 2 ? PROT_WRITE : 0) | (rights[i] & 1 ? PROT_EXEC : 0);
        off_t offset = (off_t)i * PAGE;
        void *place = (void *)addresses[i];
        void *theirs = mmap(place, PAGE, protection, MAP_SHARED | MAP_FIXED_NOREPLACE | MAP_POPULATE, file, offset);
        void *ours = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, file, offset);
        void *before = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        if (theirs != place || ours == MAP_FAILED || before == MAP_FAILED) {
            die("a page of the layout cannot be mapped");
        }
        pages[i] = (struct page){addresses[i], rights[i], ours, before};
    }
    page_count = count;
    close(file);
}

int memory_pages(struct page **all) {
    *all = pages;
    return page_count;
}

static struct page *page_at(uint64_t address) {
    for (int i = 0; i < page_count; i++) {
        if (address - pages[i].address < PAGE) {
            return &pages[i];
        }
    }
    return 0;
}

static void put(uint64_t address, const uint8_t *bytes, unsigned length, int zero) {
    for (unsigned i = 0; i < length; i++) {
        struct page *page = page_at(address + i);
        if (page) {
            unsigned at = (unsigned)((address + i) & (PAGE - 1));
            page->ours[at] = zero ? 0 : bytes[i];
            page->before[at] = zero ? 0 : bytes[i];
        }
    }
}

/* Our view of a byte, or null if it is not in the layout. */
uint8_t *memory_at(uint64_t address) {
    struct page *page = page_at(address);
    return page ? page->ours + (address & (PAGE - 1)) : 0;
}

void memory_put(const struct test_case *of) {
    for (int i = 0; i < of->chunks; i++) {
        put(of->chunk[i].address, of->chunk[i].bytes, of->chunk[i].length, 0);
    }
    put(of->regs.rip, of->code, of->code_length, 0);
}

/* Everything becomes zero again; what the instruction itself wrote, write_vector has put back. */
void memory_clean(const struct test_case *of) {
    for (int i = 0; i < of->chunks; i++) {
        put(of->chunk[i].address, 0, of->chunk[i].length, 1);
    }
    put(of->regs.rip, 0, of->code_length, 1);
}
