package ringside.cpu.armv7m;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes a class out of a stretch of instructions, so that HotSpot can compile them together.
 *
 * <p>How it works: the class holds the decoded instructions, the very objects that are interpreted, in static final
 * fields, and its method calls their {@code execute} one after the other. HotSpot takes static final fields, and the
 * fields of records in them, for constants; so it inlines the instructions and folds their operands. No instruction has
 * a second meaning here: what stands between the calls is what the interpreting loop does between them too.
 *
 * <pre>
 *     void run(CortexMFetch cpu, long limit) {
 *         do {
 *             cpu.begin(at0, next0);
 *             I0.execute(cpu);
 *             if (cpu.end(next0)) continue;     // to the condition below
 *             ...
 *         } while (cpu.repeats(start, length, limit));
 *     }
 * </pre>
 *
 * <p>The classes are hidden and are unloaded when nobody has them any more. A stretch of one instruction is not worth it.
 */
final class StretchCompiler implements Opcodes {
    private static final String CPU = Type.getInternalName(CortexMFetch.class);
    private static final String BASE = Type.getInternalName(CompiledStretch.class);
    private static final String INSTRUCTION = Type.getInternalName(ThumbInstruction.class);
    private static final String INSTRUCTION_TYPE = Type.getDescriptor(ThumbInstruction.class);
    private static final String NAME = BASE + "Code";
    private static final Lookup LOOKUP = MethodHandles.lookup();

    private final Stretch stretch;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

    private StretchCompiler(Stretch stretch) {
        this.stretch = stretch;
    }

    /** Compiles a stretch, or returns null if it is too short. */
    static CompiledStretch compile(Stretch stretch) {
        return stretch.steps().size() < 2 ? null : new StretchCompiler(stretch).define();
    }

    private CompiledStretch define() {
        writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, BASE, null);
        writeConstants();
        writeConstructor();
        writeRun();
        writer.visitEnd();
        Object[] instructions =
                stretch.steps().stream().map(Stretch.Step::instruction).toArray();
        try {
            Class<?> defined = LOOKUP.defineHiddenClassWithClassData(writer.toByteArray(), instructions, true)
                    .lookupClass();
            return (CompiledStretch) defined.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a class of our own making", impossible);
        }
    }

    /** The instructions come as the class data of the hidden class. */
    private void writeConstants() {
        MethodVisitor code = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        code.visitMethodInsn(
                INVOKESTATIC,
                "java/lang/invoke/MethodHandles",
                "lookup",
                "()Ljava/lang/invoke/MethodHandles$Lookup;",
                false);
        code.visitLdcInsn("_");
        code.visitLdcInsn(Type.getType(Object[].class));
        code.visitMethodInsn(
                INVOKESTATIC,
                "java/lang/invoke/MethodHandles",
                "classData",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;",
                false);
        code.visitTypeInsn(CHECKCAST, "[Ljava/lang/Object;");
        code.visitVarInsn(ASTORE, 0);
        for (int i = 0; i < stretch.steps().size(); i++) {
            writer.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, "i" + i, INSTRUCTION_TYPE, null, null);
            code.visitVarInsn(ALOAD, 0);
            code.visitLdcInsn(i);
            code.visitInsn(AALOAD);
            code.visitTypeInsn(CHECKCAST, INSTRUCTION);
            code.visitFieldInsn(PUTSTATIC, NAME, "i" + i, INSTRUCTION_TYPE);
        }
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void writeConstructor() {
        MethodVisitor code = writer.visitMethod(0, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitLdcInsn(stretch.start());
        code.visitLdcInsn(stretch.steps().size());
        code.visitMethodInsn(INVOKESPECIAL, BASE, "<init>", "(II)V", false);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void writeRun() {
        MethodVisitor code = writer.visitMethod(0, "run", "(L" + CPU + ";J)V", null, null);
        code.visitCode();
        Label again = new Label();
        Label exit = new Label();
        code.visitLabel(again);
        for (int i = 0; i < stretch.steps().size(); i++) {
            writeStep(code, i, stretch.steps().get(i), exit);
        }
        code.visitLabel(exit);
        code.visitVarInsn(ALOAD, 1);
        code.visitLdcInsn(stretch.start());
        code.visitLdcInsn(stretch.steps().size());
        code.visitVarInsn(LLOAD, 2);
        code.visitMethodInsn(INVOKEVIRTUAL, CPU, "repeats", "(IIJ)Z", false);
        code.visitJumpInsn(IFNE, again);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void writeStep(MethodVisitor code, int number, Stretch.Step step, Label exit) {
        code.visitVarInsn(ALOAD, 1);
        code.visitLdcInsn(step.at());
        code.visitLdcInsn(step.next());
        code.visitMethodInsn(INVOKEVIRTUAL, CPU, "begin", "(II)V", false);
        Label skip = new Label();
        if (step.itState() != 0 && !step.unconditional()) {
            code.visitVarInsn(ALOAD, 1);
            code.visitLdcInsn(step.itState() >>> 4);
            code.visitMethodInsn(INVOKEVIRTUAL, CPU, "conditionPassed", "(I)Z", false);
            code.visitJumpInsn(IFEQ, skip);
        }
        code.visitFieldInsn(GETSTATIC, NAME, "i" + number, INSTRUCTION_TYPE);
        code.visitVarInsn(ALOAD, 1);
        code.visitMethodInsn(
                INVOKEINTERFACE, INSTRUCTION, "execute", "(" + Type.getDescriptor(CortexM.class) + ")V", true);
        code.visitLabel(skip);
        if (step.itState() != 0) {
            code.visitVarInsn(ALOAD, 1);
            code.visitLdcInsn(step.itStateAfter());
            code.visitMethodInsn(INVOKEVIRTUAL, CPU, "setItState", "(I)V", false);
        }
        code.visitVarInsn(ALOAD, 1);
        code.visitLdcInsn(step.next());
        code.visitMethodInsn(INVOKEVIRTUAL, CPU, "end", "(I)Z", false);
        code.visitJumpInsn(IFNE, exit);
    }
}
