package ringside.cpu.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Operands in AT&amp;T's syntax: {@code %rdi}, {@code $5}, {@code 16(%rsp)}, {@code -4(%rbp,%rcx,8)}. */
final class X86ProbeOperand {
    private static final Pattern MEMORY =
            Pattern.compile("([^(]*)\\(\\s*(?:%(\\w+))?\\s*(?:,\\s*%(\\w+)\\s*(?:,\\s*([1248])\\s*)?)?\\)");
    private static final Pattern OLD_REGISTER = Pattern.compile("[re]?([abcd])x|([abcd])([lh])");
    private static final Pattern OLD_POINTER = Pattern.compile("[re]?(si|di|bp|sp|ip)|(si|di|bp|sp)l");
    private static final Pattern NEW_REGISTER = Pattern.compile("(r(?:8|9|1[0-5]))[dwb]?");

    private X86ProbeOperand() {}

    static ProbeOperand parse(String text, ElfMachine machine, Symbols symbols) {
        if (text.startsWith("%")) {
            return register(text.substring(1), machine)
                    .<ProbeOperand>map(r -> r)
                    .orElse(new ProbeOperand.Unknown(text));
        }
        if (text.startsWith("$")) {
            return number(text.substring(1), symbols)
                    .<ProbeOperand>map(ProbeOperand.Constant::new)
                    .orElse(new ProbeOperand.Unknown(text));
        }
        Matcher memory = MEMORY.matcher(text);
        if (memory.matches()) {
            return memory(memory, text, machine, symbols);
        }
        long mask = mask(machine);
        return number(text, symbols)
                .<ProbeOperand>map(address -> new ProbeOperand.Memory("", "", 1, address, mask))
                .orElse(new ProbeOperand.Unknown(text));
    }

    private static ProbeOperand memory(Matcher parts, String text, ElfMachine machine, Symbols symbols) {
        Optional<Long> offset = parts.group(1).isBlank() ? Optional.of(0L) : number(parts.group(1), symbols);
        Optional<String> base = wholeRegister(parts.group(2), machine);
        Optional<String> index = wholeRegister(parts.group(3), machine);
        if (offset.isEmpty() || base.isEmpty() || index.isEmpty()) {
            return new ProbeOperand.Unknown(text);
        }
        // A name relative to the instruction pointer is the address of the name itself.
        boolean named =
                ProbeNumber.parse(parts.group(1)).isEmpty() && !parts.group(1).isBlank();
        String from = named && base.get().equals("rip") ? "" : base.get();
        int scale = parts.group(4) == null ? 1 : Integer.parseInt(parts.group(4));
        return new ProbeOperand.Memory(from, index.get(), scale, offset.get(), mask(machine));
    }

    private static Optional<Long> number(String text, Symbols symbols) {
        return ProbeNumber.parse(text).or(() -> ProbeNumber.address(text, symbols));
    }

    private static long mask(ElfMachine machine) {
        return machine == ElfMachine.X86_64 ? -1L : 0xFFFF_FFFFL;
    }

    private static Optional<String> wholeRegister(String name, ElfMachine machine) {
        return name == null
                ? Optional.of("")
                : register(name, machine).filter(r -> r.shift() == 0).map(ProbeOperand.Register::name);
    }

    private static Optional<ProbeOperand.Register> register(String name, ElfMachine machine) {
        String letter = machine == ElfMachine.X86_64 ? "r" : "e";
        Matcher old = OLD_REGISTER.matcher(name);
        if (old.matches()) {
            String middle = old.group(1) == null ? old.group(2) : old.group(1);
            return Optional.of(new ProbeOperand.Register(letter + middle + "x", "h".equals(old.group(3)) ? 8 : 0));
        }
        Matcher pointer = OLD_POINTER.matcher(name);
        if (pointer.matches()) {
            String middle = pointer.group(1) == null ? pointer.group(2) : pointer.group(1);
            return Optional.of(new ProbeOperand.Register(letter + middle, 0));
        }
        Matcher recent = NEW_REGISTER.matcher(name);
        return recent.matches() ? Optional.of(new ProbeOperand.Register(recent.group(1), 0)) : Optional.empty();
    }
}
