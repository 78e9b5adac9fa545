package ringside.cpu.x86.segment;

import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.system.ControlRegisters;

/**
 * The state of a task as its TSS keeps it. @sdm Vol.3A 7.2.1, 7.3
 *
 * @param pageDirectory CR3, or -1 if the TSS has none
 * @param selectors by number of segment register; FS and GS are null if the TSS has none
 * @param traps whether its T bit asks for a #DB
 */
record TaskState(
        long instructionPointer,
        long flags,
        long pageDirectory,
        long[] registers,
        int[] selectors,
        int localTable,
        boolean traps) {
    private static final int REGISTERS = 8;
    private static final int SEGMENTS = 6;
    private static final int SELECTOR_BYTES = 2;

    /** Reads it from a TSS. */
    static TaskState read(X86Core cpu, Descriptor task) {
        TaskLayout layout = TaskLayout.of(task.type());
        long[] registers = new long[REGISTERS];
        for (int i = 0; i < REGISTERS; i++) {
            registers[i] = field(cpu, task, layout.registers + i * layout.bytes, layout.bytes);
        }
        int[] selectors = new int[SEGMENTS];
        for (int i = 0; i < layout.segmentCount; i++) {
            selectors[i] = (int) field(cpu, task, layout.selectors + i * layout.bytes, SELECTOR_BYTES);
        }
        boolean is32 = layout == TaskLayout.BITS_32;
        return new TaskState(
                field(cpu, task, layout.instructionPointer, layout.bytes),
                field(cpu, task, layout.flags, layout.bytes),
                is32 ? field(cpu, task, TaskLayout.PAGE_DIRECTORY, 4) : -1,
                registers,
                selectors,
                (int) field(cpu, task, layout.localTable, SELECTOR_BYTES),
                is32 && (field(cpu, task, TaskLayout.TRAP, 1) & 1) != 0);
    }

    private static long field(X86Core cpu, Descriptor task, int offset, int bytes) {
        return cpu.memory().loadSystem(Descriptors.wrap(cpu, task.base() + offset), bytes);
    }

    /** Saves the state of the present task in its TSS: not CR3, and not LDTR. */
    static void save(X86Core cpu, long returnAddress, long flags) {
        TaskLayout layout = TaskLayout.of(cpu.tr().type());
        store(cpu, layout.instructionPointer, layout.bytes, returnAddress);
        store(cpu, layout.flags, layout.bytes, flags);
        for (int i = 0; i < REGISTERS; i++) {
            store(cpu, layout.registers + i * layout.bytes, layout.bytes, cpu.gpr(i));
        }
        for (int i = 0; i < layout.segmentCount; i++) {
            int place = layout.selectors + i * layout.bytes;
            store(cpu, place, SELECTOR_BYTES, cpu.segment(i).selector());
        }
    }

    private static void store(X86Core cpu, int offset, int bytes, long value) {
        cpu.memory().storeSystem(Descriptors.wrap(cpu, cpu.tr().base() + offset), bytes, value);
    }

    /**
     * Makes it the state of the processor. A fault in here belongs to the new task.
     *
     * @param nested whether the task has been called, and can return
     */
    void load(X86Core cpu, boolean nested) {
        loadRegisters(cpu, nested);
        try {
            loadSegments(cpu);
        } finally {
            cpu.systemChanged();
        }
    }

    private void loadRegisters(X86Core cpu, boolean nested) {
        boolean paging = (cpu.system().cr0 & SystemRegisters.CR0_PG) != 0;
        if (paging && pageDirectory >= 0) {
            ControlRegisters.writeCr3(cpu, pageDirectory);
        }
        for (int i = 0; i < REGISTERS; i++) {
            cpu.setGpr(i, registers[i]);
        }
        cpu.setRflags((int) flags | (nested ? Rflags.NT : 0));
        cpu.ldtr().loadNull(localTable);
        for (int i = 0; i < SEGMENTS; i++) {
            if (i != X86Core.CS) {
                cpu.segment(i).loadNull(selectors[i]);
            }
        }
        cpu.segment(X86Core.CS).setSelector(selectors[X86Core.CS]);
        cpu.goOnAt(instructionPointer);
    }

    private void loadSegments(X86Core cpu) {
        if (cpu.isVirtual8086()) {
            cpu.setCpl(Virtual8086.CPL);
        }
        loadLocalTable(cpu);
        if (cpu.isVirtual8086()) {
            loadVirtual8086Segments(cpu);
            return;
        }
        Selector codeSelector = new Selector(selectors[X86Core.CS]);
        cpu.setCpl(codeSelector.rpl());
        Selector stack = new Selector(selectors[X86Core.SS]);
        if (stack.isNull()) {
            throw X86Fault.of(X86Fault.TS, 0);
        }
        SegmentLoad.stackSegment(cpu, stack, cpu.cpl(), X86Fault.TS, 0).load(cpu.segment(X86Core.SS), stack);
        for (int i = 0; i < SEGMENTS; i++) {
            if (i != X86Core.CS && i != X86Core.SS) {
                loadData(cpu, cpu.segment(i), new Selector(selectors[i]));
            }
        }
        loadCode(cpu, codeSelector);
        requireWithinCode(cpu);
    }

    private void loadVirtual8086Segments(X86Core cpu) {
        for (int i = 0; i < SEGMENTS; i++) {
            Virtual8086.load(cpu.segment(i), selectors[i]);
        }
        requireWithinCode(cpu);
    }

    private void requireWithinCode(X86Core cpu) {
        if (instructionPointer > cpu.segment(X86Core.CS).limit()) {
            throw X86Fault.generalProtection(0);
        }
    }

    private void loadLocalTable(X86Core cpu) {
        Selector selector = new Selector(localTable);
        if (selector.isNull()) {
            return;
        }
        if (selector.isLocal()) {
            throw X86Fault.of(X86Fault.TS, selector.errorCode());
        }
        Descriptor table = Descriptors.read(cpu, selector, X86Fault.TS, 0);
        if (!table.isSystem() || table.type() != Descriptor.LDT || !table.isPresent()) {
            throw X86Fault.of(X86Fault.TS, selector.errorCode());
        }
        table.load(cpu.ldtr(), selector);
    }

    private static void loadData(X86Core cpu, SegmentRegister register, Selector selector) {
        if (!selector.isNull()) {
            SegmentLoad.dataSegment(cpu, selector, X86Fault.TS).load(register, selector);
        }
    }

    private static void loadCode(X86Core cpu, Selector selector) {
        if (selector.isNull()) {
            throw X86Fault.of(X86Fault.TS, 0);
        }
        Descriptor code = Descriptors.read(cpu, selector, X86Fault.TS, 0);
        boolean permitted =
                code.isConforming() ? code.dpl() <= selector.rpl() : code.isCode() && code.dpl() == selector.rpl();
        if (!permitted) {
            throw X86Fault.of(X86Fault.TS, selector.errorCode());
        }
        if (!code.isPresent()) {
            throw X86Fault.of(X86Fault.NP, selector.errorCode());
        }
        Descriptors.setAccessed(cpu, selector, code);
        code.load(cpu.segment(X86Core.CS), selector);
    }
}
