# A kernel that goes back to real mode and tries its instructions, one after the other. After each it prints the general
# registers and the defined flags. Linked for a multiboot loader; the 16-bit part is copied to 0x8000.

        .intel_syntax noprefix
        .text
        .balign 4
        .long 0x1BADB002, 0, -0x1BADB002      # a multiboot header

        .globl start
start:
        cli
        cld
        lea esi, real_start
        mov edi, 0x8000
        mov ecx, offset o_real_end
        rep movsb
        lgdt gdt_pointer
        .byte 0xEA                      # a far jump to 16-bit code
        .long 0
        .word 8

        .balign 8
gdt:
        .quad 0
        .quad 0x00009B008000FFFF        # 08: 16-bit code at 0x8000
        .quad 0x000093000000FFFF        # 10: 16-bit data
gdt_pointer:
        .word 23
        .long gdt

        .code16
real_start:
        mov ax, 0x10
        mov ds, ax
        mov es, ax
        mov ss, ax
        mov fs, ax
        mov gs, ax
        mov eax, cr0
        and al, 0xFE
        mov cr0, eax
        .byte 0xEA
        .word o_real_mode
        .word 0x800
real_mode:
        mov ax, 0x800
        mov ds, ax
        mov es, ax
        mov ss, ax
        mov esp, 0xF000
        xor ax, ax
        mov fs, ax
        mov gs, ax
        .byte 0x66
        lidt [o_vectors]
        .macro install number
        mov word ptr fs:[4 * \number], offset o_handle_\number
        mov word ptr fs:[4 * \number + 2], 0x800
        .endm
        .irp number, 0, 3, 4, 5, 6, 13, 64
        install \number
        .endr

        .macro given a, b, c, d
        mov eax, \a
        mov ebx, \b
        mov ecx, \c
        mov edx, \d
        mov esi, 0x11112222
        mov edi, 0x33334444
        mov ebp, 0x5555AAAA
        push 2
        popf
        .endm
        # Prints everything; mask says which flags are defined.
        .macro show mask=0x8D5
        mov word ptr [o_mask_word], \mask
        call report
        .endm

        given 0x1234FFFF, 1, 0, 0
        add ax, bx
        show
        given 0x12348000, 0x8000, 0, 0
        adc eax, ebx
        show
        given 0x80, 0x7F, 0, 0
        sub al, bl
        show
        given 0, 1, 0, 0
        stc
        sbb ah, bl
        show
        given 0x7FFF, 0xFFFF, 3, 5
        imul bx
        show 0x801
        given 0x12345678, 0x9ABCDEF0, 0, 0
        mul ebx
        show 0x801
        given 0x1234, 7, 0, 0
        div bx
        show 0
        given 0xFF01, 0xFE, 0, 0
        idiv bl
        show 0
        # Decimal arithmetic, for all that AL can be in steps, with all states of AF and CF.
        .irp op, daa, das, aaa, aas
        mov word ptr [o_counter], 0
1:      mov ax, [o_counter]
        mov bx, ax
        and bh, 0x11
        or bh, 2
        push bx
        mov ah, bh
        sahf
        pop bx
        mov ax, bx
        \op
        .ifc \op, daa
        show 0xD5
        .else
        .ifc \op, das
        show 0xD5
        .else
        show 0x11
        .endif
        .endif
        add word ptr [o_counter], 0x0113
        cmp word ptr [o_counter], 0x4000
        jb 1b
        .endr
        given 0x63, 0, 0, 0
        aam
        show 0xC4
        given 0x0907, 0, 0, 0
        aad
        show 0xC4
        given 0x0907, 0, 0, 0
        .byte 0xD5, 0x10
        show 0xC4
        # Shifts
        given 0x8001, 0xF0F0, 0x0104, 0
        rcl ax, 1
        show 0x801
        given 0x8001, 0xF0F0, 0x1F04, 0
        shr ax, cl
        show 0xC5
        given 0x8001, 0xF0F0, 0x0004, 0
        shld ax, bx, cl
        show 0xC5
        given 0x80010000, 0xF0F01234, 0x0004, 0
        shrd eax, ebx, 12
        show 0xC5
        given 0x8001, 0xF0F0, 0x0009, 0
        rcr al, cl
        show 0x1
        # Bits and extensions
        given 0x8000, 0, 0, 0
        bsf bx, ax
        show 0x40
        given 0x8420, 0x1F, 0, 0
        btc ax, bx
        show 1
        given 0xFF80, 0, 0, 0
        movsx ebx, al
        show
        given 0xFF80, 0, 0, 0
        cbw
        cwd
        show
        given 0x12345678, 0, 0, 0
        bswap eax
        show
        given 5, 5, 7, 0
        cmpxchg bx, cx
        show
        given 0x8F, 0x71, 0, 0
        xadd al, bl
        show
        given 0, 0, 0, 0
        cmp ax, 1
        setb al
        cmovb ebx, esi
        show
        # Strings, both directions, with override and counts of 16 and 32 bits
        given 0, 0, 5, 0
        mov si, offset o_text
        mov di, offset o_room
        rep movsb
        mov eax, [o_room]
        show
        given 0x6161, 0, 3, 0
        std
        mov di, offset o_room + 8
        rep stosw
        cld
        mov eax, [o_room + 4]
        show
        given 0, 0, 9, 0
        mov si, offset o_text
        mov di, offset o_text2
        repe cmpsb
        show
        given 0x6C, 0, 0xFFFF0009, 0
        mov di, offset o_text
        repne scasb
        show
        given 0, 0, 4, 0
        mov esi, offset o_text
        .byte 0x67
        lodsw
        show
        given 2, 0, 0, 0
        mov bx, offset o_text
        .byte 0xD7                      # xlat
        show
        # Control
        given 0, 0, 4, 0
2:      add ax, cx
        loop 2b
        show
        given 0, 0, 0, 0
        jcxz 3f
        inc ax
3:      show
        given 0, 0, 0, 0
        .byte 0x9A
        .word o_far_routine
        .word 0x800
        show
        given 0, 0, 0, 0
        mov word ptr [o_room], offset o_far_routine
        mov word ptr [o_room + 2], 0x7F0
        add word ptr [o_room], 0x100
        .byte 0xFF, 0x1E                # call far through memory
        .word o_room
        show
        given 0, 0, 0, 0
        mov bx, offset o_near_routine
        call bx
        show
        given 0, 0, 0, 0
        enter 8, 2
        mov ax, bp
        sub ax, sp
        leave
        show
        given 1, 2, 3, 4
        pusha
        xor ax, ax
        mov bx, 9
        popa
        show
        given 1, 2, 3, 4
        push sp
        pop ax
        sub ax, sp
        show
        given 0x0CD7, 0, 0, 0
        push ax
        popf
        pushf
        pop ax
        push 2
        popf
        and ax, 0xCD7
        show
        given 0xD500, 0, 0, 0
        sahf
        lahf
        show
        # Segments
        given 0, 0, 0, 0
        lds bx, [o_pointer]
        mov cx, ds
        mov ax, 0x800
        mov ds, ax
        show
        given 0x1234, 0, 0, 0
        mov gs, ax
        mov bx, gs
        xor ax, ax
        mov gs, ax
        show
        given 0, 0, 0, 0
        mov ax, es:[o_text + 1]
        lea ebx, [edi + esi * 4 + 0x12345678]
        show
        given 0xFFFF, 0, 0, 0
        smsw ax
        and ax, 0xF
        show
        # Interrupts and exceptions: the handler leaves its number in DX and goes on at the address in SI.
        given 0, 0, 0, 0
        int 0x40
        show 0
        given 0, 0, 0, 0
        int3
        show 0
        given 0x7F, 1, 0, 0
        add al, bl
        into
        show 0
        given 1, 0, 0, 0
        mov si, offset o_resume_4
        div bl
resume_4:
        show 0
        given 1, 0, 0, 0
        mov si, offset o_resume_5
        ud2
resume_5:
        show 0
        given 9, 0, 0, 0
        mov si, offset o_resume_6
        bound ax, [o_bounds]
resume_6:
        show 0
        given 9, 0, 0, 0
        mov si, offset o_resume_7
        mov bx, 0xFFFF
        mov ax, [bx]
resume_7:
        show 0
        given 9, 0, 0, 0
        mov si, offset o_resume_8
        mov ebx, 0x10000
        mov al, [ebx]
resume_8:
        show 0

        mov al, 0x10
        out 0xF4, al
9:      hlt
        jmp 9b

near_routine:
        mov dx, 0x77
        ret
far_routine:
        mov ax, cs
        mov dx, 0x99
        .byte 0xCB                      # retf

        .macro handler number
handle_\number:
        mov dx, \number
        push bp
        mov bp, sp
        .if (\number == 0) || (\number == 5) || (\number == 6) || (\number == 13)
        mov [bp + 2], si
        .endif
        pop bp
        iret
        .endm
        handler 0
        handler 3
        handler 4
        handler 5
        handler 6
        handler 13
        handler 64

report:
        pushfd
        pushad
        mov bp, sp
        mov ax, [o_mask_word]
        movzx eax, ax
        and [bp + 32], eax
        and dword ptr [bp + 32], 0xFFF
        mov bx, 9
10:     mov eax, [bp]
        call print
        add bp, 4
        dec bx
        jnz 10b
        popad
        popfd
        ret

print:
        mov cx, 8
11:     rol eax, 4
        push eax
        and al, 15
        add al, '0'
        cmp al, '9'
        jbe 12f
        add al, 'a' - '0' - 10
12:     out 0xE9, al
        pop eax
        dec cx
        jnz 11b
        mov al, 10
        out 0xE9, al
        ret

vectors:
        .word 0x3FF
        .long 0
mask_word:
        .word 0
counter:
        .word 0
pointer:
        .word 0x4321, 0x0678
bounds:
        .word 1, 5
text:
        .ascii "hello, world"
text2:
        .ascii "hello; world"
room:
        .space 32
real_end:

        # Offsets in the 16-bit segment.
        .set o_bounds, bounds - real_start
        .set o_counter, counter - real_start
        .set o_far_routine, far_routine - real_start
        .set o_handle_0, handle_0 - real_start
        .set o_handle_13, handle_13 - real_start
        .set o_handle_3, handle_3 - real_start
        .set o_handle_4, handle_4 - real_start
        .set o_handle_5, handle_5 - real_start
        .set o_handle_6, handle_6 - real_start
        .set o_handle_64, handle_64 - real_start
        .set o_mask_word, mask_word - real_start
        .set o_near_routine, near_routine - real_start
        .set o_pointer, pointer - real_start
        .set o_real_end, real_end - real_start
        .set o_real_mode, real_mode - real_start
        .set o_resume_4, resume_4 - real_start
        .set o_resume_5, resume_5 - real_start
        .set o_resume_6, resume_6 - real_start
        .set o_resume_7, resume_7 - real_start
        .set o_resume_8, resume_8 - real_start
        .set o_room, room - real_start
        .set o_text, text - real_start
        .set o_text2, text2 - real_start
        .set o_vectors, vectors - real_start
