# A multiboot kernel that carries out small tests of long mode and prints what each led to at the debug port.
# The tests follow this text: their code, and from `tests` on a table of eight words each, ended by 0: a routine that
# prepares the test in ring 0, the code of the test, the ring and mode that it runs in, four words of the descriptor that
# selector 0x60 leads to, and a word that is not used. A test ends with INT 0x80 or an exception; the words from `state`
# on are printed then.
    .intel_syntax noprefix
    .section .multiboot, "a"
    .align 4
    .long 0x1BADB002, 0, -0x1BADB002

    .set USER, 0x40000000               # where ring 3 sees what ring 0 sees at 0
    .set DESCRIPTOR, gdt + 0x60
    .set TASK_TYPE, gdt + 0x3D
    .set GATE, idt + 0x41 * 16
    .set TSS, 0x7000                    # a TSS needs a base that is known here
    .set LDT, 0x7800                    # as has an LDT
    .set TARGET, 0x9000                 # and so does what gates lead to: INT 0x80
    .set FRAME, 0x800000                # the page that tests of paging access, which begins with INT 0x80, and
    .set PAGE_LOW, 0x800000             # its linear address, of which this is
    .set PAGE_HIGH, 0x80                # the upper half
    .set NO_ERROR_CODE, 0xEEEEEEEE
    .set GDT_QUADWORDS, 32
    .set LDT_QUADWORDS, 4
    .set TSS_QUADWORDS, 14
    .set STACK_QUADWORDS, 32
    .set STACKS, 12
    .set BASE_CR0, 0x80010031           # PG WP NE ET PE
    .set BASE_CR4, 0x20                 # PAE
    .set BASE_EFER, 0xD01               # NXE LMA LME SCE
    .set STACK_WORDS, 12
    .set GATE_WORDS, 4 * 0x48           # of the gates that tests change

    .text
    .code32
    .globl start
start:
    cli
    mov al, 0xFF                        # no interrupts from outside, even when a test sets IF
    out 0x21, al
    out 0xA1, al
    mov esp, offset scratch_end
    mov word ptr [TARGET], 0x80CD
    mov word ptr [FRAME], 0x80CD
    # The first GiB at 0 for ring 0, and at 1 GiB for all.
    mov edi, offset kernel_directory
    mov eax, 0x83
    mov ecx, 512
1:  mov [edi], eax
    mov dword ptr [edi + 4], 0
    lea edx, [eax + 4]
    mov [edi + 4096], edx
    mov dword ptr [edi + 4100], 0
    add eax, 0x200000
    add edi, 8
    loop 1b
    mov dword ptr [root], offset pointers + 7
    mov dword ptr [pointers], offset kernel_directory + 7
    mov dword ptr [pointers + 8], offset user_directory + 7
    mov edi, offset idt
    mov eax, offset stubs
    mov ecx, 256
2:  mov [edi], ax
    mov word ptr [edi + 2], 8
    mov word ptr [edi + 4], 0x8E01
    mov edx, eax
    shr edx, 16
    mov [edi + 6], dx
    add eax, 16
    add edi, 16
    loop 2b
    mov byte ptr [idt + 0x80 * 16 + 5], 0xEE
    cld
    mov esi, offset idt
    mov edi, offset idt_master
    mov ecx, GATE_WORDS
    rep movsd
    mov edi, offset legacy_idt
    mov eax, offset legacy_stubs
    mov ecx, 256
3:  mov [edi], ax
    mov word ptr [edi + 2], 0x18
    mov word ptr [edi + 4], 0x8E00
    mov edx, eax
    shr edx, 16
    mov [edi + 6], dx
    add eax, 16
    add edi, 8
    loop 3b
    call fresh_tables
    lgdt gdt_pointer
    lidt idt_pointer
    mov ax, 0x10
    mov ss, ax
    ljmp 0x18, offset enter_long_mode

enter_long_mode:
    mov eax, cr4
    or eax, BASE_CR4
    mov cr4, eax
    mov eax, offset root
    mov cr3, eax
    mov ecx, 0xC0000080
    mov eax, BASE_EFER
    xor edx, edx
    wrmsr
    mov eax, BASE_CR0
    mov cr0, eax
    ljmp 8, offset long_mode

# In 32-bit code and in 64-bit code these instructions are the same.
fresh_tables:
    cld
    mov esi, offset gdt_master
    mov edi, offset gdt
    mov ecx, 2 * GDT_QUADWORDS
    rep movsd
    mov esi, offset ldt_master
    mov edi, LDT
    mov ecx, 2 * LDT_QUADWORDS
    rep movsd
    mov esi, offset tss_master
    mov edi, TSS
    mov ecx, 2 * TSS_QUADWORDS
    rep movsd
    mov esi, offset idt_master
    mov edi, offset idt
    mov ecx, GATE_WORDS
    rep movsd
    mov edi, offset stacks
    mov ecx, 2 * STACKS * STACK_QUADWORDS
    xor eax, eax
    rep stosd
    ret

    .code64
long_mode:
    mov ax, 0x10
    mov ss, ax
    mov esp, offset scratch_end
    cmp dword ptr [current], 0
    jne report
    mov dword ptr [current], offset tests

next:
    mov esp, offset scratch_end
    push 2
    popfq
    mov r12d, [current]
    cmp dword ptr [r12], 0
    je done
    call fresh_tables
    call fresh_registers
    call fresh_pages
    mov rax, [r12 + 12]
    mov [DESCRIPTOR], rax
    mov rax, [r12 + 20]
    mov [DESCRIPTOR + 8], rax
    mov esp, offset stack
    mov eax, [r12]
    call rax
    mov ebx, [r12 + 4]
    xor edx, edx
    xor r11d, r11d
    mov eax, 0x60
    mov ecx, 0x60
    push 2
    popfq
    mov r13d, [r12 + 8]
    cmp r13d, 1
    je ring_3
    cmp r13d, 2
    je ring_0_compatibility
    cmp r13d, 3
    je ring_3_compatibility
    push 2
    popfq
    jmp rbx
ring_0_compatibility:
    push 2
    popfq
    push 0x18
    push rbx
    retfq
ring_3:
    mov r14d, 0x23
    jmp 1f
ring_3_compatibility:
    mov r14d, 0x33
1:  mov ax, 0x2B
    mov ds, ax
    mov es, ax
    mov eax, 0x63
    mov ecx, 0x63
    add ebx, USER
    push 0x2B
    mov edi, offset stack_of_ring_3 + USER
    push rdi
    push 2
    push r14
    push rbx
    iretq

done:
    mov al, 0x10
    out 0xF4, al
2:  cli
    hlt
    jmp 2b

fresh_registers:
    mov rax, cr0
    mov ecx, BASE_CR0
    cmp rax, rcx
    je 1f
    mov cr0, rcx
1:  mov rax, cr4
    cmp rax, BASE_CR4
    je 1f
    mov eax, BASE_CR4
    mov cr4, rax
1:  mov ecx, 0xC0000080
    rdmsr
    cmp eax, BASE_EFER
    je 1f
    mov eax, BASE_EFER
    wrmsr
1:  xor eax, eax
    mov dr7, rax
    mov cr2, rax
    mov dr0, rax
    mov dr1, rax
    mov eax, 0xFFFF0FF0
    mov dr6, rax
    mov ax, 0x10
    mov ss, ax
    mov ds, ax
    mov es, ax
    mov fs, ax
    mov gs, ax
    mov byte ptr [TASK_TYPE], 0x89
    mov ax, 0x38
    ltr ax
    mov ax, 0x48
    lldt ax
    mov esi, offset msr_values
1:  mov ecx, [rsi]
    mov eax, [rsi + 4]
    mov edx, [rsi + 8]
    wrmsr
    add esi, 12
    cmp esi, offset msr_values_end
    jb 1b
    lidt [idt_pointer]
    mov dword ptr [GATE], 0x00080000 + TARGET
    mov dword ptr [GATE + 4], 0x0000EE00
    mov dword ptr [GATE + 8], 0
    ret

fresh_pages:
    mov eax, offset test_pointers + 7
    mov [root + 8], rax
    mov eax, offset test_directory + 7
    mov [test_pointers], rax
    mov eax, offset test_table + 7
    mov [test_directory + 32], rax
    mov eax, FRAME + 7
    mov [test_table], rax
    mov rax, PAGE_HIGH << 32 | PAGE_LOW
    invlpg [rax]
    ret

# Prints EAX and a newline.
print:
    mov ecx, 8
1:  rol eax, 4
    mov edx, eax
    and edx, 15
    xchg eax, edx
    mov al, [digits + rax]
    out 0xE9, al
    mov eax, edx
    loop 1b
    mov al, 10
    out 0xE9, al
    ret

# The vector is on the stack, then the error code if there is one, RIP, CS, RFLAGS, RSP, SS.
handler:
    cld
    mov [saved_rax], rax
    mov [saved_rdx], rdx
    mov [saved_rcx], ecx
    mov [saved_r11], r11d
    pop rax
    mov [vector], eax
    mov dword ptr [error_code], NO_ERROR_CODE
    cmp eax, 8
    je 1f
    cmp eax, 17
    je 1f
    cmp eax, 10
    jb 2f
    cmp eax, 14
    ja 2f
1:  pop rax
    mov [error_code], eax
2:  pop qword ptr [saved_rip]
    pop rax
    mov [saved_cs], eax
    pop rax
    mov [saved_rflags], eax
    pop qword ptr [saved_rsp]
    pop rax
    mov [saved_ss], eax
    # QEMU makes SS null with any stack of the IST, the manual only when the ring changes (Vol.3A 6.14.4).
    mov eax, ss
    test byte ptr [saved_cs], 3
    jnz 3f
    xor eax, eax
3:  mov [handler_ss], eax
    mov rax, cr2
    mov [saved_cr2], rax
report:
    mov esp, offset scratch_end
    str ax
    mov [saved_tr], ax
    sldt ax
    mov [saved_tr + 2], ax
    movzx eax, byte ptr [DESCRIPTOR + 5]
    mov ah, [TASK_TYPE]
    mov [descriptor_type], eax
    mov rax, dr6
    mov [saved_dr6], eax
    mov rax, dr7
    mov [saved_dr7], eax
    mov eax, ds
    mov [saved_segments], ax
    mov eax, es
    mov [saved_segments + 2], ax
    mov eax, fs
    mov [saved_segments + 4], ax
    mov eax, gs
    mov [saved_segments + 6], ax
    mov ecx, 0xC0000100
    rdmsr
    mov [saved_fs_base], eax
    inc ecx
    rdmsr
    mov [saved_gs_base], eax
    inc ecx
    rdmsr
    mov [saved_kernel_gs_base], eax
    mov ecx, 0xC0000080
    rdmsr
    mov [saved_efer], eax
    mov rax, cr0
    mov [saved_cr0], eax
    mov rax, cr4
    mov [saved_cr4], eax
    mov eax, [root + 8]
    mov [page_flags], ax
    mov eax, [test_pointers]
    mov [page_flags + 2], ax
    mov eax, [test_directory + 32]
    mov [page_flags + 4], ax
    mov eax, [test_table]
    mov [page_flags + 6], ax
    mov rsi, [saved_rsp]
    btr rsi, 30
    mov edi, offset stack_contents
    mov ecx, STACK_WORDS
    mov eax, 0xDDDDDDDD
    lea rdx, [rsi + 4 * STACK_WORDS]
    cmp rsi, offset stacks
    jb 1f
    cmp rdx, offset stacks_end
    ja 1f
    rep movsd
1:  rep stosd
    mov esi, offset state
1:  mov eax, [rsi]
    call print
    add esi, 4
    cmp esi, offset state_end
    jb 1b
    add dword ptr [current], 32
    jmp next

    .align 16
stubs:
    .set number, 0
    .rept 256
    .align 16
    push number
    jmp handler
    .set number, number + 1
    .endr

# What happens in protected mode after a test has left long mode: what there is to tell is noted, and told in long mode.
    .code32
legacy_handler:
    cld
    mov bp, 0x10
    mov ds, bp
    mov es, bp
    mov [saved_rax], eax
    mov [saved_rdx], edx
    mov [saved_rcx], ecx
    xor edx, edx
    mov [saved_rax + 4], edx
    mov [saved_rdx + 4], edx
    mov [saved_rip + 4], edx
    mov [saved_rsp + 4], edx
    mov [saved_cr2 + 4], edx
    pop eax
    mov [vector], eax
    mov dword ptr [error_code], NO_ERROR_CODE
    cmp eax, 8
    je 1f
    cmp eax, 10
    jb 2f
    cmp eax, 14
    ja 2f
1:  pop dword ptr [error_code]
2:  pop dword ptr [saved_rip]
    pop dword ptr [saved_cs]
    pop dword ptr [saved_rflags]
    mov [saved_rsp], esp
    mov eax, ss
    mov [saved_ss], eax
    mov [handler_ss], eax
    mov eax, cr2
    mov [saved_cr2], eax
    mov eax, cr0
    and eax, 0x7FFFFFFF
    mov cr0, eax
    mov byte ptr [TASK_TYPE], 0x89
    mov ax, 0x38
    ltr ax
    jmp enter_long_mode

    .align 16
legacy_stubs:
    .set number, 0
    .rept 256
    .align 16
    push number
    jmp legacy_handler
    .set number, number + 1
    .endr

# What tests jump to.
    .code64
nothing:
    ret
ends:
    int 0x80
returns_with_trap:
    nop
    nop
    int 0x80

# The descriptor as a gate of the IDT, and as the code segment of a handler.
uses_gate:
    mov rax, [DESCRIPTOR]
    mov [GATE], rax
    mov rax, [DESCRIPTOR + 8]
    mov [GATE + 8], rax
    ret
uses_handler:
    mov word ptr [GATE + 2], 0x60
    ret

    .data
digits: .ascii "0123456789abcdef"
    .align 8
gdt_master:
    .quad 0
    .quad 0x00AF9B000000FFFF            # 08 64-bit code, ring 0
    .quad 0x00CF93000000FFFF            # 10 data, ring 0
    .quad 0x00CF9B000000FFFF            # 18 32-bit code, ring 0
    .quad 0x00AFFB000000FFFF            # 20 64-bit code, ring 3
    .quad 0x00CFF3000000FFFF            # 28 data, ring 3
    .quad 0x00CFFB000000FFFF            # 30 32-bit code, ring 3
    .quad 0x0000890000000067 + (TSS << 16), 0
    .quad 0x000082000000001F + (LDT << 16), 0    # 48
    .quad 0x00AF9F000000FFFF            # 58 conforming 64-bit code, ring 0
    .quad 0, 0                          # 60 the test's
    .quad 0x00AFBB000000FFFF            # 70 64-bit code, ring 1
    .quad 0x00AFDB000000FFFF            # 78 64-bit code, ring 2
    .quad 0x00CFB3000000FFFF            # 80 data, ring 1
    .quad 0x00CFD3000000FFFF            # 88 data, ring 2
    .quad 0x008F9B000000FFFF            # 90 16-bit code, ring 0
    .quad 0x00CF9F000000FFFF            # 98 conforming 32-bit code, ring 0
    .quad 0x00AFFF000000FFFF            # A0 conforming 64-bit code, ring 3
    .quad 0x00CF130000000000            # A8 data that is not present
    .quad 0x00AF1B0000000000            # B0 code that is not present
    .fill 8, 8, 0
    .quad 0x00CF93000000FFFF            # F8 the last: data
ldt_master:
    .quad 0x00CFF3000000FFFF            # data, ring 3
    .quad 0x00AF9B000000FFFF            # 64-bit code, ring 0
    .quad 0x00AFFB000000FFFF            # 64-bit code, ring 3
    .quad 0x00CF93000000FFFF            # data, ring 0
tss_master:
    .long 0
    .long stack_of_ring_0, 0, stack_of_ring_1, 0, stack_of_ring_2, 0
    .long 0, 0
    .long scratch_of_handlers, 0        # of all exceptions and INT 0x80
    .set number, 0
    .rept 6
    .long interrupt_stacks + 8 * STACK_QUADWORDS * number + 128, 0
    .set number, number + 1
    .endr
    .long 0, 0
    .long 0x680000
    .fill 10, 4, 0
gdt_pointer:
    .word 0xFF
    .long gdt, 0
idt_pointer:
    .word 0xFFF
    .long idt, 0
legacy_idt_pointer:
    .word 0x7FF
    .long legacy_idt, 0
msr_values:
    .long 0x174, 8, 0
    .long 0x175, stack, 0
    .long 0x176, ends, 0
    .long 0xC0000081, 0, 0x00180008     # STAR
    .long 0xC0000082, ends, 0
    .long 0xC0000084, 0x700, 0
    .long 0xC0000100, 0x11110000, 0
    .long 0xC0000101, 0x22220000, 0
    .long 0xC0000102, 0x33330000, 0
msr_values_end:
    .align 16
scratch:
    .fill 16, 8, 0

    .bss
    .align 4096
root: .skip 4096
pointers: .skip 4096
kernel_directory: .skip 4096
user_directory: .skip 4096
test_pointers: .skip 4096
test_directory: .skip 4096
test_table: .skip 4096
gdt: .skip 8 * GDT_QUADWORDS
idt: .skip 4096
idt_master: .skip 4 * GATE_WORDS
legacy_idt: .skip 2048
current: .skip 4
    .align 16
    .skip 2048
scratch_of_handlers:
    .skip 2048
scratch_end:
stacks:
    .skip 8 * STACK_QUADWORDS - 64
stack:
    .skip 8 * STACK_QUADWORDS
stack_of_ring_0:
    .skip 8 * STACK_QUADWORDS
stack_of_ring_1:
    .skip 8 * STACK_QUADWORDS
stack_of_ring_2:
    .skip 8 * STACK_QUADWORDS
stack_of_ring_3:
    .skip 64
interrupt_stacks:
    .skip 6 * 8 * STACK_QUADWORDS
stacks_end:
    .skip 1024
    .align 8
state:
vector: .skip 4
error_code: .skip 4
saved_rip: .skip 8
saved_cs: .skip 4
saved_rflags: .skip 4
saved_rsp: .skip 8
saved_ss: .skip 4
handler_ss: .skip 4
saved_rax: .skip 8
saved_rdx: .skip 8
saved_rcx: .skip 4
saved_r11: .skip 4
saved_cr2: .skip 8
saved_tr: .skip 4
descriptor_type: .skip 4
saved_dr6: .skip 4
saved_dr7: .skip 4
saved_segments: .skip 8
saved_fs_base: .skip 4
saved_gs_base: .skip 4
saved_kernel_gs_base: .skip 4
saved_efer: .skip 4
saved_cr0: .skip 4
saved_cr4: .skip 4
page_flags: .skip 8
stack_contents: .skip 4 * STACK_WORDS
state_end:
