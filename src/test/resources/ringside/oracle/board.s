# A multiboot kernel that tries the wires of a PC that are no ordinary interrupts, and prints what it finds at the debug port:
# address line 20 by all its switches and behind paging, non-maskable interrupts that it sends itself, and the commands that
# start other processors where there are none. The second time that it starts, it has been restarted by an INIT to itself.
# It is linked at 2 MiB, so that it goes on with bit 20 of every address cleared.
    .intel_syntax noprefix
    .section .multiboot, "a"
    .align 4
    .long 0x1BADB002, 0, -0x1BADB002

    .set LOW, 0x500
    .set HIGH, 0x100500                 # the same with bit 20 set
    .set STARTS, 0x50                   # a byte of the battery-backed memory
    .set ICR, 0xFEE00300
    .set ICR_HIGH, 0xFEE00310
    .set ESR, 0xFEE00280

    .text
    .globl start
start:
    mov esp, offset stack
    lgdt gdt_pointer
    ljmp 8, offset flat
flat:
    mov ax, 16
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov eax, offset nmi
    mov [idt + 16], ax
    mov word ptr [idt + 18], 8
    mov word ptr [idt + 20], 0x8E00
    shr eax, 16
    mov [idt + 22], ax
    lidt idt_pointer
    mov dword ptr [0xFEE000F0], 0x1FF

    mov al, STARTS
    out 0x70, al
    in al, 0x71
    cmp al, 0x5A
    je restarted
    mov eax, 0x5A5A0001
    call print

# ---- line 20 ----

    in al, 0x92
    and eax, 2
    call print
    .macro off_and_on off, on
    mov dword ptr [LOW], 0x11111111
    mov dword ptr [HIGH], 0x22222222
    \off
    mov eax, [HIGH]
    call print
    mov eax, [LOW]
    call print
    mov dword ptr [HIGH], 0x33333333
    mov eax, [LOW]
    call print
    \on
    mov eax, [HIGH]
    call print
    mov eax, [LOW]
    call print
    .endm
    .macro port_92_off
    in al, 0x92
    and al, 0xFC
    out 0x92, al
    .endm
    .macro port_92_on
    in al, 0x92
    and al, 0xFC
    or al, 2
    out 0x92, al
    .endm
    .macro output_port value
    mov al, 0xD1
    out 0x64, al
    mov al, \value
    out 0x60, al
    .endm
    .macro command value
    mov al, \value
    out 0x64, al
    .endm
    off_and_on "port_92_off", "port_92_on"
    off_and_on "output_port 0xDD", "output_port 0xDF"
    off_and_on "command 0xDD", "command 0xDF"
    off_and_on "command 0xDD", "port_92_on"
    off_and_on "port_92_off", "command 0xDF"

    # Behind paging: 4 MiB as they are; and at 8 MiB one page, whose entry has bit 20 set, in a table whose address has it
    # set in the directory's entry.
    mov dword ptr [directory], 0x83
    mov eax, 0xFEC00083
    mov [directory + 4 * 0x3FB], eax
    mov eax, offset table
    or eax, 0x100003
    mov [directory + 8], eax
    mov dword ptr [table], 0x100003
    mov eax, cr4
    or eax, 0x10
    mov cr4, eax
    mov eax, offset directory
    mov cr3, eax
    mov dword ptr [LOW], 0x11111111
    mov dword ptr [HIGH], 0x22222222
    port_92_off
    mov eax, cr0
    or eax, 0x80000000
    mov cr0, eax
    mov eax, [0x800500]
    call print
    mov eax, [HIGH]
    call print
    mov eax, [table]
    call print
    mov eax, [directory + 8]
    and eax, 0x100FFF
    call print
    port_92_on
    mov eax, [HIGH]
    call print
    mov eax, cr0
    and eax, 0x7FFFFFFF
    mov cr0, eax

# ---- non-maskable interrupts and commands for others ----

    .macro send high, low
    mov dword ptr [ICR_HIGH], \high
    mov dword ptr [ICR], \low
    .rept 4
    nop
    .endr
    mov eax, [ICR]
    call print
    mov dword ptr [ESR], 0
    mov eax, [ESR]
    call print
    mov eax, [came]
    call print
    .endm
    send 0, 0x4400
    send 0, 0x44400
    send 0xFF000000, 0x4400
    send 0x01000000, 0x4400
    send 0, 0xC4400
    # INIT and start-up for all others, and for a processor that is not there; INIT de-assert; start-up for itself.
    send 0, 0xC4500
    send 0, 0xC4608
    send 0x01000000, 0x4500
    send 0x01000000, 0x4608
    send 0, 0x8500
    send 0, 0x4608
    mov ecx, 0x1B
    rdmsr
    call print

    mov al, STARTS
    out 0x70, al
    mov al, 0x5A
    out 0x71, al
    mov dword ptr [ICR_HIGH], 0
    mov dword ptr [ICR], 0x4500
    .rept 4
    nop
    .endr
    mov eax, 0xBADBAD00
    call print

restarted:
    mov eax, 0x5A5A0002
    call print
    mov al, STARTS
    out 0x70, al
    mov al, 0
    out 0x71, al
    mov al, 0x10
    out 0xF4, al
1:  cli
    hlt
    jmp 1b

# The first one sends another, which waits until this one has returned.
nmi:
    push eax
    inc dword ptr [came]
    cmp dword ptr [came], 1
    jne 1f
    mov dword ptr [ICR], 0x4400
    nop
    nop
1:  mov eax, [came]
    or eax, 0xAAAA0000
    call print
    pop eax
    iretd

# Prints EAX as eight digits and a new line.
print:
    push ecx
    mov ecx, 8
1:  rol eax, 4
    push eax
    and al, 15
    cmp al, 10
    jb 2f
    add al, 39
2:  add al, 48
    out 0xE9, al
    pop eax
    loop 1b
    mov al, 10
    out 0xE9, al
    pop ecx
    ret

    .data
    .align 8
gdt:
    .quad 0, 0x00CF9A000000FFFF, 0x00CF92000000FFFF
gdt_pointer:
    .word 23
    .long gdt
idt_pointer:
    .word 256 * 8 - 1
    .long idt
came:
    .long 0
    .bss
    .align 4096
directory:
    .space 4096
table:
    .space 4096
idt:
    .space 256 * 8
    .space 4096
stack:
    .data
