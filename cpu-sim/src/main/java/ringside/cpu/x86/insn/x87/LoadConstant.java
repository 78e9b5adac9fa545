package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Constant;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FLD1, FLDPI and the like. @sdm Vol.2A "FLD1/FLDL2T/FLDL2E/FLDPI/FLDLG2/FLDLN2/FLDZ" */
record LoadConstant(Constant constant, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(LoadConstant::from, """
            D9 E8    FLD1
            D9 E9    FLDL2T
            D9 EA    FLDL2E
            D9 EB    FLDPI
            D9 EC    FLDLG2
            D9 ED    FLDLN2
            D9 EE    FLDZ
            """);

    static LoadConstant from(Fields f) {
        return new LoadConstant(constant(f), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        X87Stack.load(cpu, constant.value(cpu.x87().context()));
    }

    private static Constant constant(Fields f) {
        return switch (f.form().mnemonic()) {
            case "FLD1" -> Constant.ONE;
            case "FLDL2T" -> Constant.LOG2_OF_10;
            case "FLDL2E" -> Constant.LOG2_OF_E;
            case "FLDPI" -> Constant.PI;
            case "FLDLG2" -> Constant.LOG10_OF_2;
            case "FLDLN2" -> Constant.LN_OF_2;
            default -> Constant.ZERO;
        };
    }
}
