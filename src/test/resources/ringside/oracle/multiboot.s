# A kernel that prints at the first serial port what its boot loader left, and ends the run by the exit device:
#   name value        a register, or what was found out about a segment
#   @address bytes    memory: the loader's information, and what it points to
# EAX tells which of the two structures EBX points to. The headers follow this text; they decide who loads it, and how.
    .intel_syntax noprefix
    .code32
    .text
    .globl start
start:
    mov [saved_eax], eax
    mov [saved_ebx], ebx
    mov esp, offset stack
    pushfd
    pop eax
    mov [saved_eflags], eax
    # The serial port: 115200 baud, 8 bits.
    mov edx, 0x3FB
    mov al, 0x83
    out dx, al
    mov edx, 0x3F8
    mov al, 1
    out dx, al
    inc edx
    mov al, 0
    out dx, al
    mov edx, 0x3FB
    mov al, 3
    out dx, al

    .macro show name, value
    mov eax, \value
    mov esi, offset \name
    call print_named
    .endm
    .macro named label, text
    .data
\label:
    .asciz "\text"
    .text
    .endm

    named name_eax, "eax"
    named name_ebx, "ebx"
    named name_eflags, "eflags"
    named name_cr0, "cr0"
    named name_cr4, "cr4"
    named name_a20, "a20"
    named name_masks, "masks"
    named name_svr, "svr"
    named name_lint0, "lint0"
    named name_lint1, "lint1"
    show name_eax, [saved_eax]
    show name_ebx, [saved_ebx]
    show name_eflags, [saved_eflags]
    show name_cr0, cr0
    show name_cr4, cr4

    # A segment is flat, if memory is the same through it and its last byte can be read; the data segments can be written.
    # No selector is used for it: the descriptors need not be there any more.
    .macro flat segment
    named name_\segment, "\segment"
    mov al, byte ptr \segment:[0xFFFFFFFF]
    .ifnc \segment,cs
    inc dword ptr \segment:[mark]
    .endif
    show name_\segment, \segment:[mark]
    .endm
    flat cs
    flat ds
    flat es
    flat fs
    flat gs
    flat ss

    # Address line 20: a word and the one a megabyte below are different ones.
    mov ebx, offset mark
    xor ebx, 0x100000
    mov ecx, [ebx]
    mov eax, [mark]
    not eax
    mov [ebx], eax
    mov eax, [mark]
    xor eax, [ebx]
    mov [ebx], ecx
    mov esi, offset name_a20
    call print_named

    # Interrupts, as the firmware leaves them: the masks of the 8259 pair, and how the local APIC passes it on.
    in al, 0xA1
    mov ah, al
    in al, 0x21
    movzx eax, ax
    mov esi, offset name_masks
    call print_named
    show name_svr, "dword ptr ds:[0xFEE000F0]"
    show name_lint0, "dword ptr ds:[0xFEE00350]"
    show name_lint1, "dword ptr ds:[0xFEE00360]"

    mov ebx, [saved_ebx]
    cmp dword ptr [saved_eax], 0x36D76289
    je tags
    cmp dword ptr [saved_eax], 0x2BADB002
    jne done

# ---- multiboot 1 ----

    mov esi, ebx
    mov ecx, 116
    call dump
    test dword ptr [ebx], 1 << 2
    jz 1f
    mov esi, [ebx + 16]
    mov ecx, 64
    call dump
1:  test dword ptr [ebx], 1 << 3
    jz 1f
    mov edi, [ebx + 24]
    mov ebp, [ebx + 20]
    mov esi, edi
    mov ecx, ebp
    shl ecx, 4
    call dump
2:  test ebp, ebp
    jz 1f
    mov esi, [edi + 8]
    mov ecx, 64
    call dump
    mov esi, [edi]
    mov ecx, [edi + 4]
    sub ecx, esi
    call dump
    add edi, 16
    dec ebp
    jmp 2b
1:  test dword ptr [ebx], 1 << 5
    jz 1f
    mov eax, [ebx + 28]
    mov edx, [ebx + 32]
    mov edi, [ebx + 36]
    mov esi, edi
    mov ecx, eax
    imul ecx, edx
    call dump
    call dump_sections
1:  test dword ptr [ebx], 1 << 6
    jz 1f
    mov esi, [ebx + 48]
    mov ecx, [ebx + 44]
    call dump
1:  test dword ptr [ebx], 1 << 9
    jz done
    mov esi, [ebx + 64]
    mov ecx, 64
    call dump
    jmp done

# ---- multiboot 2 ----

tags:
    mov esi, ebx
    mov ecx, [ebx]
    call dump
    add ebx, 8
tag:
    mov eax, [ebx]
    test eax, eax
    jz done
    cmp eax, 3
    jne 1f
    mov esi, [ebx + 8]
    mov ecx, [ebx + 12]
    sub ecx, esi
    call dump
1:  cmp dword ptr [ebx], 9
    jne 1f
    mov eax, [ebx + 8]
    mov edx, [ebx + 12]
    lea edi, [ebx + 20]
    call dump_sections
1:  mov eax, [ebx + 4]
    add eax, 7
    and eax, -8
    add ebx, eax
    jmp tag

done:
    mov al, 0x10
    out 0xF4, al
1:  cli
    hlt
    jmp 1b

# ---- what all use ----

# Dumps the contents of those of EAX sections at EDI, EDX bytes each, which are no part of the running program.
dump_sections:
    mov ebp, eax
1:  test ebp, ebp
    jz 3f
    # Flags, address and size are elsewhere in the wide form.
    mov eax, [edi + 8]
    mov esi, [edi + 12]
    mov ecx, [edi + 20]
    cmp edx, 64
    jne 2f
    mov esi, [edi + 16]
    mov ecx, [edi + 32]
2:  test al, 2
    jnz 2f
    test esi, esi
    jz 2f
    call dump
2:  add edi, edx
    dec ebp
    jmp 1b
3:  ret

# Prints ECX bytes from ESI on, 32 a line.
dump:
    pushad
1:  test ecx, ecx
    jz 3f
    mov al, '@'
    call put
    mov eax, esi
    call put_word
    mov al, ' '
    call put
    mov edi, 32
2:  mov al, [esi]
    call put_byte
    inc esi
    dec ecx
    jz 4f
    dec edi
    jnz 2b
4:  call new_line
    jmp 1b
3:  popad
    ret

# Prints the text at ESI, and EAX.
print_named:
    pushad
    mov edx, eax
1:  lodsb
    test al, al
    jz 2f
    push edx
    call put
    pop edx
    jmp 1b
2:  mov al, ' '
    push edx
    call put
    pop eax
    call put_word
    call new_line
    popad
    ret

new_line:
    mov al, '\n'
    jmp put

put_word:
    push ecx
    mov ecx, 4
1:  rol eax, 8
    call put_byte
    loop 1b
    pop ecx
    ret

put_byte:
    push eax
    shr al, 4
    call put_digit
    mov al, [esp]
    and al, 15
    call put_digit
    pop eax
    ret

put_digit:
    cmp al, 10
    jb put_character
    add al, 39
put_character:
    add al, 48

# Prints the character AL once the transmitter is ready.
put:
    push edx
    push eax
    mov edx, 0x3FD
1:  in al, dx
    test al, 0x20
    jz 1b
    mov edx, 0x3F8
    pop eax
    out dx, al
    pop edx
    ret

    .data
    .align 8
mark:
    .long 0x1A1B1C00
    .bss
    .align 8
saved_eax:
    .space 4
saved_ebx:
    .space 4
saved_eflags:
    .space 4
    .space 4096
stack:
    # A section that is no part of the program, as debugging information is.
    .section .remark
    .ascii "sections that take no memory of the program are in memory too"
