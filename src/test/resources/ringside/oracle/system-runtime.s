@ The frame around the generated tests of SystemProgram: vectors, an exception handler that logs everything it can see,
@ and the printing of the log by semihosting. RAM: variables, then the stacks, then from 0x20080000 the log.
        .syntax unified
        .cpu cortex-m3
        .thumb

        .equ RESUME, 0x20000000         @ where the handler lets a faulting test go on
        .equ LOG_AT, 0x20000004         @ the next free word of the log
        .equ SCRIPTS, 0x20000100        @ a routine for each exception number, or 0
        .equ MAIN_STACK, 0x20010000
        .equ PROCESS_STACK, 0x20018000
        .equ LOG, 0x20080000
        .equ SCB, 0xE000ED00

        .macro LI reg, value
        movw    \reg, #((\value) & 0xFFFF)
        movt    \reg, #(((\value) >> 16) & 0xFFFF)
        .endm

        .macro LA reg, label:vararg
        movw    \reg, #:lower16:\label
        movt    \reg, #:upper16:\label
        .endm

        @ Logs a register other than R10 and R11. Changes R10, R11 only.
        .macro PUT reg
        LI      r10, LOG_AT
        ldr     r11, [r10]
        str     \reg, [r11], #4
        str     r11, [r10]
        .endm

        @ Logs a constant. Changes R9, R10, R11.
        .macro NOTE value
        LI      r9, \value
        PUT     r9
        .endm

        .section .vectors, "a"
        .word   MAIN_STACK
        .word   start + 1
        .rept   46
        .word   handler + 1
        .endr

        .text
        .thumb_func
        .global start
start:
        LI      r0, LOG_AT
        LI      r1, LOG
        str     r1, [r0]
        LI      r0, PROCESS_STACK
        msr     psp, r0
        bl      tests
        b       print

        @ Logs the exception, clears the fault status, then runs the script or skips the faulting test.
        .thumb_func
handler:
        push    {r4-r11, lr}
        mrs     r4, ipsr
        mov     r5, lr
        orr     r0, r4, #0xE0000000
        PUT     r0
        PUT     r5
        add     r6, sp, #36             @ MSP as the exception left it
        tst     r5, #4
        it      ne
        mrsne   r6, psp
        PUT     r6
        mrs     r0, control
        PUT     r0
        mrs     r0, primask
        mrs     r1, faultmask
        orr     r0, r0, r1, lsl #1
        mrs     r1, basepri
        orr     r0, r0, r1, lsl #8
        PUT     r0
        LI      r7, SCB
        ldr     r0, [r7, #0x04]         @ ICSR
        PUT     r0
        ldr     r0, [r7, #0x24]         @ SHCSR
        PUT     r0
        ldr     r8, [r7, #0x28]         @ CFSR
        PUT     r8
        ldr     r0, [r7, #0x2C]         @ HFSR
        bic     r0, r0, #0xC0000000     @ forced or debug: see qemu-differences.txt
        PUT     r0
        tst     r8, #0x80
        itt     ne
        ldrne   r0, [r7, #0x34]         @ MMFAR
        blne    put_r0
        tst     r8, #0x8000
        itt     ne
        ldrne   r0, [r7, #0x38]         @ BFAR
        blne    put_r0
        LI      r0, 0x1818              @ stacking and unstacking errors
        tst     r8, r0
        bne     1f
        cmp     r4, #11                 @ where an interrupt comes between is not the same on all processors
        bhi     1f
        ldr     r0, [r6, #24]
        PUT     r0
        ldr     r0, [r6, #28]
        PUT     r0
1:      str     r8, [r7, #0x28]
        ldr     r0, [r7, #0x2C]
        str     r0, [r7, #0x2C]
        LI      r0, SCRIPTS
        ldr     r1, [r0, r4, lsl #2]
        cbz     r1, 2f
        blx     r1
        b       3f
2:      cmp     r4, #6
        bhi     3f
        LI      r0, RESUME              @ a fault: go on at the resume address, privileged
        ldr     r0, [r0]
        str     r0, [r6, #24]
        ldr     r0, [r6, #28]
        bic     r0, r0, #0x06000000
        bic     r0, r0, #0x0000FC00
        orr     r0, r0, #0x01000000
        str     r0, [r6, #28]
3:      mrs     r0, control
        bic     r0, r0, #1
        msr     control, r0
        isb
        orr     r0, r4, #0xF0000000
        PUT     r0
        pop     {r4-r11, pc}

        .thumb_func
put_r0:
        PUT     r0
        bx      lr

        @ Prints the log, eight words a line, and ends.
print:
        LI      r4, LOG
        LI      r5, LOG_AT
        ldr     r5, [r5]
        LI      r6, 0x20000200          @ a line
line:   cmp     r4, r5
        bhs     end
        mov     r7, r6
        mov     r8, #8
word:   ldr     r9, [r4], #4
        mov     r10, #8
digit:  ror     r9, r9, #28
        and     r0, r9, #15
        cmp     r0, #10
        ite     lo
        addlo   r0, r0, #'0'
        addhs   r0, r0, #('a' - 10)
        strb    r0, [r7], #1
        subs    r10, r10, #1
        bne     digit
        mov     r0, #' '
        strb    r0, [r7], #1
        subs    r8, r8, #1
        bne     word
        mov     r0, #'\n'
        strb    r0, [r7, #-1]
        mov     r0, #0
        strb    r0, [r7]
        mov     r0, #4                  @ SYS_WRITE0
        mov     r1, r6
        bkpt    0xAB
        b       line
end:    mov     r0, #0x18               @ SYS_EXIT
        LI      r1, 0x20026
        bkpt    0xAB
        b       .
