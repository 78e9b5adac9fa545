# A multiboot kernel that carries out a script of device accesses and prints what it reads at the debug port.
# A step is three words: operation, address, value. The script follows this text; it ends with operation 0.
#   1 write a byte to a port        2 read a byte from a port, print it under the mask
#   3 write a word to memory        4 read a word from memory, print it under the mask
#   5 let interrupts in for a moment: each prints its vector
    .intel_syntax noprefix
    .section .multiboot, "a"
    .align 4
    .long 0x1BADB002, 3, -(0x1BADB002 + 3)

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
    # The table of interrupts: a stub each, 16 bytes apart.
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
    lidt idt_pointer
    mov ebp, offset script
step:
    mov eax, [ebp]
    mov edx, [ebp + 4]
    mov ebx, [ebp + 8]
    add ebp, 12
    cmp eax, 1
    je write_port
    cmp eax, 2
    je read_port
    cmp eax, 3
    je write_memory
    cmp eax, 4
    je read_memory
    cmp eax, 5
    je let_in
    mov al, 0x10
    out 0xF4, al
1:  cli
    hlt
    jmp 1b

write_port:
    mov al, bl
    out dx, al
    jmp step
read_port:
    in al, dx
    movzx eax, al
    and eax, ebx
    call print
    jmp step
write_memory:
    mov [edx], ebx
    jmp step
read_memory:
    mov eax, [edx]
    and eax, ebx
    call print
    jmp step
let_in:
    sti
    .rept 8
    nop
    .endr
    cli
    mov eax, 0x11111111
    call print
    jmp step

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

    .align 16
stubs:
    .set vector, 0
    .rept 256
    .align 16
    push vector
    jmp came
    .set vector, vector + 1
    .endr
came:
    pushad
    mov eax, [esp + 32]
    or eax, 0x22222200
    call print
    popad
    add esp, 4
    iretd

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
    .bss
    .align 8
idt:
    .space 256 * 8
    .space 4096
stack:
    .data
    .align 4
script:
