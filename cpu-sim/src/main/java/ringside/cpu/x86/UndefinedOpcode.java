package ringside.cpu.x86;

/** What is not an instruction, or not with these operands, prefixes or in this mode: raises #UD. @sdm Vol.2B "UD" */
public record UndefinedOpcode() implements X86Instruction {
    @Override
    public void execute(X86Core cpu) {
        throw X86Fault.undefinedOpcode();
    }
}
