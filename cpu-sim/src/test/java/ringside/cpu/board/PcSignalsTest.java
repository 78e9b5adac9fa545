package ringside.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.Input;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.MachineState;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;

/**
 * The wires of a PC that are no ordinary interrupts: address line 20, the non-maskable interrupt, INIT; the timer's
 * deadline, and the local APIC in another place. Small ROMs in real mode leave what they saw from 0x500 on.
 */
class PcSignalsTest {
    private static final String[] LINE_20 = {
        // xor ax,ax; mov ds,ax; mov ax,0xffff; mov es,ax; mov byte [0x500],0x11
        "31c0 8ed8 b8ffff 8ec0 c606000511",
        // mov byte [es:0x510],0x22; in al,0x92; and al,0xfd; out 0x92,al; mov al,[es:0x510]
        "26c606100522 e492 24fd e692 26a01005",
        // mov [0x600],al; mov byte [es:0x510],0x33; mov al,2; out 0x92,al; mov al,[es:0x510]
        "a20006 26c606100533 b002 e692 26a01005",
        // mov [0x601],al; mov al,0xd1; out 0x64,al; mov al,0xdd; out 0x60,al; mov al,[es:0x510]
        "a20106 b0d1 e664 b0dd e660 26a01005",
        // mov [0x602],al; mov al,0xdf; out 0x64,al; mov al,[es:0x510]; mov [0x603],al
        "a20206 b0df e664 26a01005 a20306",
        // mov al,0xdd; out 0x64,al; mov al,[es:0x510]; mov [0x604],al; mov byte [0],0x5a
        "b0dd e664 26a01005 a20406 c60600005a",
        // mov ax,[es:0xf]; mov [0x606],ax; hlt
        "26a10f00 a30606 f4"
    };

    private static final String[] NON_MASKABLE = {
        // cli; xor ax,ax; mov ds,ax; mov ss,ax; mov sp,0x7c00; mov word [8],0x80
        "fa 31c0 8ed8 8ed0 bc007c c70608008000",
        // mov word [10],0xf000; mov ecx,0x1b; rdmsr
        "c7060a0000f0 66b91b000000 0f32",
        // and ah,0xf7; wrmsr; l: cmp byte [0x510],0; je l; mov al,0x0d
        "80e4f7 0f30 803e100500 74f9 b00d",
        // out 0x70,al; m: jmp m; up to 0x80
        "e670 ebfe" + "90".repeat(0x80 - 48),
        // inc word [0x500]; in al,0x61; mov [0x502],al; or al,8; out 0x61,al; and al,0xf7
        "ff060005 e461 a20205 0c08 e661 24f7",
        // out 0x61,al; iret
        "e661 cf"
    };

    private static final String[] INIT = {
        // xor ax,ax; mov ds,ax; inc word [0x500]; cmp word [0x500],2; je again
        "31c0 8ed8 ff060005 833e000502 7455",
        // mov ecx,0x1b; rdmsr; or ah,0xc; wrmsr; mov ecx,0x174
        "66b91b000000 0f32 80cc0c 0f30 66b974010000",
        // mov eax,0x1234; xor edx,edx; wrmsr; mov eax,cr0
        "66b834120000 6631d2 0f30 0f20c0",
        // and eax,0x9fffffff; or al,2; mov cr0,eax; mov ecx,0x10
        "6625ffffff9f 0c02 0f22c0 66b910000000",
        // mov edx,5; wrmsr; fninit; fld1; mov ecx,0x830
        "66ba05000000 0f30 dbe3 d9e8 66b930080000",
        // mov eax,0x4500; xor edx,edx; wrmsr; mov byte [0x502],1
        "66b800450000 6631d2 0f30 c606020501",
        // hlt; mov [0x504],edx; mov ecx,0x174; rdmsr
        "f4 6689160405 66b974010000 0f32",
        // mov [0x508],eax; mov eax,cr0; mov [0x50c],eax; rdtsc; mov [0x510],edx
        "66a30805 0f20c0 66a30c05 0f31 6689161005",
        // fnstsw [0x514]; mov ecx,0x1b; rdmsr; mov [0x518],eax
        "dd3e1405 66b91b000000 0f32 66a31805",
        // hlt
        "f4"
    };

    private static final String[] ANOTHER_PLACE = {
        // xor ax,ax; mov ds,ax; mov ax,0x2000; mov es,ax; mov dword [es:0x30],0x11223344
        "31c0 8ed8 b80020 8ec0 2666c706300044332211",
        // mov ecx,0x1b; rdmsr; mov [0x500],eax; mov eax,0x20900
        "66b91b000000 0f32 66a30005 66b800090200",
        // wrmsr; mov eax,[es:0x30]; mov [0x504],eax; mov dword [es:0xf0],0x1ff
        "0f30 2666a13000 66a30405 2666c706f000ff010000",
        // mov dword [es:0x300],0x40041; mov eax,[es:0x220]
        "2666c706000341000400 2666a12002",
        // mov [0x508],eax; mov eax,0xfee00900; wrmsr; mov eax,[es:0x30]
        "66a30805 66b80009e0fe 0f30 2666a13000",
        // mov [0x50c],eax; mov eax,0x20900; wrmsr; mov eax,0x20100
        "66a30c05 66b800090200 0f30 66b800010200",
        // wrmsr; mov eax,[es:0x30]; mov [0x510],eax; hlt
        "0f30 2666a13000 66a31005 f4"
    };

    private static final String[] DEADLINE = {
        // cli; xor ax,ax; mov ds,ax; mov ss,ax; mov sp,0x7c00; mov word [0x100],0x80
        "fa 31c0 8ed8 8ed0 bc007c c70600018000",
        // mov word [0x102],0xf000; mov ecx,0x1b; rdmsr
        "c706020100f0 66b91b000000 0f32",
        // or ah,0xc; wrmsr; mov ecx,0x80f; mov eax,0x1ff
        "80cc0c 0f30 66b90f080000 66b8ff010000",
        // xor edx,edx; wrmsr; mov ecx,0x832; mov eax,0x40040
        "6631d2 0f30 66b932080000 66b840000400",
        // wrmsr; rdtsc; add eax,10000; adc edx,0
        "0f30 0f31 660510270000 6683d200",
        // mov [0x508],eax; mov ecx,0x6e0; wrmsr; sti; hlt
        "66a30805 66b9e0060000 0f30 fb f4",
        // rdmsr; mov [0x504],eax; cli; hlt; up to 0x80
        "0f32 66a30405 fa f4 90909090909090909090909090909090909090909090909090909090",
        // push eax; push edx; rdtsc; mov [0x500],eax; pop edx; pop eax
        "6650 6652 0f31 66a30005 665a 6658",
        // iret
        "cf"
    };

    private static Machine run(String... code) throws IOException {
        Machine machine = PcBuilderTest.machine(code);
        assertInstanceOf(StopReason.WaitingForInput.class, machine.run(RunBudget.of(100_000)));
        return machine;
    }

    private static long octet(Machine machine, long address) {
        return machine.bus().peek(address, Width.BYTE);
    }

    private static long word(Machine machine, long address) {
        return machine.bus().peek(address, Width.WORD);
    }

    /** @sdm Vol.3A 8.7.13.4 */
    @Test
    void whileLine20IsOffTheSecondMegabyteIsTheFirst() throws IOException {
        Machine machine = run(LINE_20);
        assertEquals(0x11, octet(machine, 0x600), "off by port 92: what is at 500");
        assertEquals(0x22, octet(machine, 0x601), "on again: the write in between went to 500");
        assertEquals(0x33, octet(machine, 0x602), "off by the keyboard controller's output port");
        assertEquals(0x22, octet(machine, 0x603), "on by its command");
        assertEquals(0x33, octet(machine, 0x604), "off by its command");
        assertEquals(0x5A, octet(machine, 0x607), "the second byte of a word at FFFFF");
        assertEquals(0x22, octet(machine, 0x10_0500));
    }

    @Test
    void line20IsInTheState() throws IOException {
        Machine machine = PcBuilderTest.machine(LINE_20);
        MachineState start = machine.save();
        machine.run(RunBudget.of(100_000));
        String end = machine.digest();
        machine.restore(start);
        assertEquals(0xF_0000, machine.processor().physicalAddress(0xF_0000));
        assertEquals(0x10_0000, machine.processor().physicalAddress(0x10_0000), "on again");
        machine.run(RunBudget.of(10));
        MachineState off = machine.save();
        assertEquals(0, machine.processor().physicalAddress(0x10_0000));
        machine.run(RunBudget.of(5));
        machine.restore(off);
        assertEquals(0, machine.processor().physicalAddress(0x10_0000));
        machine.run(RunBudget.of(100_000));
        assertEquals(end, machine.digest());
    }

    @Test
    void theButtonInterruptsWhenPort70LetsIt() throws IOException {
        Machine machine = PcBuilderTest.machine(NON_MASKABLE);
        machine.run(RunBudget.of(100));
        machine.apply(new Input(machine.mark(), "nmi", new byte[] {1}));
        machine.run(RunBudget.of(100));
        assertEquals(0, octet(machine, 0x500), "held back since the reset");
        machine.bus().poke(0x510, new byte[] {1});
        machine.processor().memoryChanged();
        machine.run(RunBudget.of(100));
        assertEquals(1, octet(machine, 0x500));
        assertEquals(0x40, octet(machine, 0x502) & 0xC0, "a channel check");
        machine.apply(new Input(machine.mark(), "nmi", new byte[] {1}));
        machine.run(RunBudget.of(100));
        assertEquals(2, octet(machine, 0x500), "with interrupts off all the time");
    }

    /** @sdm Vol.3A Table 9-1, 10.4.7.3 */
    @Test
    void anInitToItselfBeginsAtTheResetVectorAndKeepsWhatItShould() throws IOException {
        Machine machine = run(INIT);
        assertEquals(2, octet(machine, 0x500));
        assertEquals(0, octet(machine, 0x502), "nothing after the command");
        assertTrue(word(machine, 0x504) != 0, "the processor's signature");
        assertEquals(0x1234, word(machine, 0x508), "a model-specific register");
        assertEquals(0x10, word(machine, 0x50C), "CR0: the caches' bits stay cleared, the others are as after reset");
        assertEquals(5, word(machine, 0x510), "the time-stamp counter goes on");
        assertEquals(0x3800, machine.bus().peek(0x514, Width.HALFWORD), "the x87 status");
        assertEquals(0xFEE0_0D00L, word(machine, 0x518), "still x2APIC mode");
    }

    /** @sdm Vol.3A 10.4.4, 10.4.5 */
    @Test
    void theLocalApicCanLieOnMemoryWhichComesBackWhenItGoes() throws IOException {
        Machine machine = run(ANOTHER_PLACE);
        assertEquals(0xFEE0_0900L, word(machine, 0x500));
        assertEquals(0x0005_0014, word(machine, 0x504), "its version, where memory was");
        assertEquals(0x2, word(machine, 0x508), "a request for vector 41");
        assertEquals(0x1122_3344, word(machine, 0x50C), "memory again");
        assertEquals(0x1122_3344, word(machine, 0x510), "the APIC is disabled");
    }

    @Test
    void theDeadlineWakesTheProcessor() throws IOException {
        Machine machine = run(DEADLINE);
        long woken = word(machine, 0x500);
        long deadline = word(machine, 0x508);
        assertTrue(woken >= deadline && woken - deadline < 10, woken + " for " + deadline);
        assertEquals(0, word(machine, 0x504), "it is disarmed");
    }
}
