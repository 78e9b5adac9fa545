package ringside.app.simulation;

import java.util.List;
import ringside.cpu.armv7m.exception.ExceptionNumber;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.cpu.view.DisassemblyView.Line;
import ringside.cpu.view.RegistersView;
import ringside.kernels.session.Session;
import ringside.pane.registers.NextModeView;

/**
 * Tells the mode after the next instruction where it is sure to change: before an exception that is about to be taken, a
 * supervisor call, an exception return, a write to CONTROL. A fault, and an interrupt that comes at that very moment,
 * cannot be foretold. @arm B1.4.4, B1.5.6, B1.5.8
 */
final class ModeForecast {
    private static final long EXC_RETURNS = 0xF000_0000L;
    private static final int SVCALL = 11;
    private static final int TO_THREAD = 8;
    private static final int ON_PROCESS_STACK = 4;
    private static final int UNPRIVILEGED = 1;
    private static final int PROCESS_STACK = 2;

    private final RegistersView registers;
    private final NvicView nvic;

    private ModeForecast(Session session) {
        registers = session.registers();
        nvic = session.nvic();
    }

    static NextModeView read(Session session) {
        if (!CodeAddress.isCortexM(session)) {
            return new NextModeView("");
        }
        ModeForecast forecast = new ModeForecast(session);
        List<Line> lines = session.disassembly(session.programCounter(), 1).lines();
        String mode = forecast.after(lines);
        return new NextModeView(mode.equals(forecast.registers.mode()) ? "" : mode);
    }

    private String after(List<Line> lines) {
        if (nvic.nextIsTakable() && nvic.next() != 0) {
            return handler(nvic.next());
        }
        if (lines.isEmpty()) {
            return "";
        }
        Line line = lines.get(0);
        boolean inHandler = nvic.current() != 0;
        return switch (line.mnemonic()) {
            case "svc" -> handler(SVCALL);
            case "bx" -> inHandler ? afterReturn(value(line.operands())) : "";
            case "msr" -> inHandler || !registers.privileged() ? "" : afterControl(line.operands());
            default -> "";
        };
    }

    private static String handler(int number) {
        return "Handler mode (" + ExceptionNumber.name(number) + "), privileged, on MSP";
    }

    private String afterReturn(long target) {
        if (target < EXC_RETURNS || (target & TO_THREAD) == 0) {
            return "";
        }
        if (nvic.next() != 0) {
            // What waits is taken instead of the return, if nothing masks it in Thread mode: tail-chaining.
            boolean masked = nvic.primask() || nvic.faultmask() || nvic.basepri() != 0;
            return masked ? "" : handler(nvic.next());
        }
        return thread((value("control") & UNPRIVILEGED) == 0, (target & ON_PROCESS_STACK) != 0);
    }

    private String afterControl(String operands) {
        String[] parts = operands.toLowerCase(java.util.Locale.ROOT).split(",\\s*");
        if (parts.length != 2 || !parts[0].equals("control")) {
            return "";
        }
        long control = value(parts[1]);
        return thread((control & UNPRIVILEGED) == 0, (control & PROCESS_STACK) != 0);
    }

    private static String thread(boolean privileged, boolean onProcessStack) {
        return "Thread mode, " + (privileged ? "privileged" : "unprivileged") + ", on "
                + (onProcessStack ? "PSP" : "MSP");
    }

    private long value(String register) {
        return registers.find(register).map(RegistersView.Register::value).orElse(0L);
    }
}
