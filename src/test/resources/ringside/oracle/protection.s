# A multiboot kernel that carries out small tests of protected mode and prints how each ended at the debug port.
# The tests follow this text: their code, and from `tests` on a table of four words each, ended by 0: where the code is,
# the ring that it runs in, and the descriptor that selector 0x60 leads to. A test ends with INT 0x80 or an exception;
# printed are vector, error code, where, CS, EFLAGS, EAX, EDX, SS, TR, and the access byte of that descriptor.
    .intel_syntax noprefix
    .section .multiboot, "a"
    .align 4
    .long 0x1BADB002, 0, -0x1BADB002

    .set DESCRIPTOR, gdt + 0x60
    .set TASK_ACCESS, gdt + 0x3D
    .set GATE, idt + 0x41 * 8
    .set TSS, 0x7000                    # a TSS needs a base that is known here
    .set TARGET, 0x9000                 # and so does what gates lead to: INT 0x80
    .set NO_ERROR_CODE, 0xEEEEEEEE
    .set GDT_WORDS, 32 * 2

    .text
    .globl start
start:
    cli
    mov al, 0xFF                        # no interrupts from outside, even when a test sets IF
    out 0x21, al
    out 0xA1, al
    mov word ptr [TARGET], 0x80CD
    mov dword ptr [TSS + 4], offset stack_of_ring_0
    mov dword ptr [TSS + 8], 0x10
    call fresh_gdt
    lgdt gdt_pointer
    ljmp 8, offset flat
flat:
    mov ax, 0x10
    mov ds, ax
    mov es, ax
    mov fs, ax
    mov gs, ax
    mov ss, ax
    mov esp, offset stack
    mov edi, offset idt
    mov eax, offset stubs
    mov ecx, 256
1:  mov [edi], ax
    mov word ptr [edi + 2], 8
    mov word ptr [edi + 4], 0x8E00
    mov edx, eax
    shr edx, 16
    mov [edi + 6], dx
    add eax, 16
    add edi, 8
    loop 1b
    mov byte ptr [idt + 0x80 * 8 + 5], 0xEE
    lidt idt_pointer
    mov ax, 0x38
    ltr ax
    mov esi, offset tests

next:
    mov [current], esi
    cmp dword ptr [esi], 0
    je done
    push esi
    call fresh_gdt
    pop esi
    mov byte ptr [TASK_ACCESS], 0x8B
    mov dword ptr [GATE], 0x00080000
    mov eax, [esi + 8]
    mov [DESCRIPTOR], eax
    mov eax, [esi + 12]
    mov [DESCRIPTOR + 4], eax
    mov esp, offset stack
    mov ebx, [esi]
    push 2
    popfd
    xor edx, edx
    mov eax, 0x60
    mov ecx, 0x60
    cmp dword ptr [esi + 4], 0
    jne 1f
    jmp ebx
1:  mov ax, 0x2B
    mov ds, ax
    mov es, ax
    mov eax, 0x63
    mov ecx, 0x63
    push 0x2B
    mov edi, offset stack_of_ring_3
    push edi
    push 2
    push 0x23
    push ebx
    iretd

done:
    mov al, 0x10
    out 0xF4, al
1:  cli
    hlt
    jmp 1b

fresh_gdt:
    mov esi, offset gdt_master
    mov edi, offset gdt
    mov ecx, GDT_WORDS
    cld
    rep movsd
    ret

# Prints EAX and a newline.
print:
    push ecx
    push eax
    mov ecx, 8
1:  rol eax, 4
    push eax
    and al, 15
    cmp al, 10
    sbb al, 0x69
    das
    or al, 0x20
    out 0xE9, al
    pop eax
    loop 1b
    mov al, 10
    out 0xE9, al
    pop eax
    pop ecx
    ret

# The vector is on the stack, then the error code if there is one, EIP, CS, EFLAGS.
handler:
    cld
    mov bp, 0x10
    mov ds, bp
    mov es, bp
    mov [saved_eax], eax
    pop eax
    call print
    mov dword ptr [error_code], NO_ERROR_CODE
    cmp eax, 8
    je 1f
    cmp eax, 17
    je 1f
    cmp eax, 10
    jb 2f
    cmp eax, 14
    ja 2f
1:  pop dword ptr [error_code]
2:  mov eax, [error_code]
    call print
    pop eax
    mov ebx, [current]
    sub eax, [ebx]
    call print
    pop eax
    call print
    pop eax
    call print
    mov eax, [saved_eax]
    call print
    mov eax, edx
    call print
    mov eax, ss
    call print
    str ax
    movzx eax, ax
    call print
    movzx eax, byte ptr [DESCRIPTOR + 5]
    call print
    # Back to the task and the tables that the next test expects.
    mov esi, [current]
    add esi, 16
    clts
    mov byte ptr [TASK_ACCESS], 0x89
    mov ax, 0x38
    ltr ax
    xor ax, ax
    lldt ax
    jmp next

    .align 16
stubs:
    .set vector, 0
    .rept 256
    .align 16
    push vector
    jmp handler
    .set vector, vector + 1
    .endr

# What tests jump to. Returns: to the same ring, to ring 3 by RETF and IRET, to ring 3 with 0x63 as SS.
ends:
    int 0x80
returns_near:
    push 0x60
    mov edi, offset ends
    push edi
    retf
returns_out:
    push 0x2B
    mov edi, offset stack_of_ring_3
    push edi
    push 0x63
    mov edi, offset ends
    push edi
    retf
interrupt_returns_out:
    push 0x2B
    mov edi, offset stack_of_ring_3
    push edi
    push 2
    push 0x63
    mov edi, offset ends
    push edi
    iretd
loads_outer_stack:
    push 0x63
    mov edi, offset stack_of_ring_3
    push edi
    push 2
    push 0x23
    mov edi, offset ends
    push edi
    iretd
# The descriptor as a gate of the IDT, and as the handler's code segment.
uses_gate:
    mov eax, [DESCRIPTOR]
    mov [GATE], eax
    mov eax, [DESCRIPTOR + 4]
    mov [GATE + 4], eax
    int 0x41
    int 0x80
uses_handler:
    mov dword ptr [GATE], 0x00600000 + TARGET
    mov dword ptr [GATE + 4], 0xEE00
    int 0x41
    int 0x80

# What a gate leads to that leaves in EDX a sum over the frame of nine words, and in EAX the data segments.
sums_frame:
    mov ebp, esp
    mov ecx, 9
    xor edx, edx
1:  rol edx, 5
    xor edx, [ebp]
    add ebp, 4
    loop 1b
    mov eax, ds
    shl eax, 16
    mov ax, gs
    mov bp, 0x10
    mov ds, bp
    int 0x80
# Enters virtual-8086 mode with the code at ESI and the flags EDX.
enters_virtual_8086:
    mov eax, offset sums_frame
    mov [GATE], ax
    shr eax, 16
    mov [GATE + 6], ax
    mov edi, 0xA000
    mov ecx, 48
    cld
    rep movsb
    mov dword ptr [0xA030], 0x80CD80CD  # where far transfers lead
    push 0x1234
    push 0x2345
    push 0x900
    push 0x800
    push 0xB00
    push 0x7F0
    push edx
    push 0xA00
    push 0
    xor eax, eax
    xor edx, edx
    xor ebx, ebx
    xor ebp, ebp
    iretd

    .data
    .align 8
gdt_master:
    .quad 0
    .quad 0x00CF9B000000FFFF            # 08 code, ring 0
    .quad 0x00CF93000000FFFF            # 10 data, ring 0
    .quad 0
    .quad 0x00CFFB000000FFFF            # 20 code, ring 3
    .quad 0x00CFF3000000FFFF            # 28 data, ring 3
    .quad 0
    .quad 0x0000890000000067 + (TSS << 16)
    .quad 0
    .quad 0x00CF9F000000FFFF            # 48 conforming code
    .fill 22, 8, 0
gdt_pointer:
    .word 0xFF
    .long gdt
idt_pointer:
    .word 0x7FF
    .long idt

    .bss
    .align 16
gdt: .skip 256
idt: .skip 2048
current: .skip 4
saved_eax: .skip 4
error_code: .skip 4
    .align 16
    .skip 4096
stack:
    .skip 4096
stack_of_ring_0:
    .skip 4096
stack_of_ring_3:
    .skip 64

