package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.cpu.image.Elf;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.Symbols;
import ringside.cpu.image.UnreadableException;

/**
 * The debug information of an image: lines, functions, types, variables, call frames.
 *
 * <p>Opening one is quick; each part is read when it is first asked for and kept. Damage is found only then: the answer is
 * then empty, and {@link #problems} tells why. One thread at a time may use it.
 */
public final class Dwarf {
    private static final Location DAMAGED = new Location.OptimisedOut("its description is damaged");

    private final Units units;
    private final TypeReader types;
    private final VariableReader variables;
    private LineTable lines;
    private Functions functions;
    private Globals globals;
    private CallFrames callFrames;

    private Dwarf(Units units) {
        this.units = units;
        types = new TypeReader(units);
        variables = new VariableReader(units);
    }

    /**
     * Opens the debug information of an image. An image without any, or with damaged information, is no error: it has no lines,
     * no variables and so on.
     */
    public static Dwarf of(Elf elf, Symbols symbols) {
        return new Dwarf(new Units(DebugSections.of(elf, symbols)));
    }

    /** Whether the image was built with debug information. */
    public boolean isPresent() {
        return !units.all().isEmpty();
    }

    /** What was found damaged up to now, in words for the user. */
    public List<String> problems() {
        return damage().all();
    }

    private Damage damage() {
        return units.sections().damage();
    }

    /** The lines of the source. */
    public LineTable lines() {
        if (lines == null) {
            lines = LineTable.of(units);
        }
        return lines;
    }

    /** All functions that have code of their own, by address. */
    public List<Function> functions() {
        return damage().orElse(List.of(), () -> functionTable().all());
    }

    /** The function around an address. */
    public Optional<Function> functionAt(long address) {
        return damage().orElse(Optional.empty(), () -> functionTable().at(address));
    }

    /**
     * The functions that an address belongs to, the innermost first: where the compiler copied a function into another, both,
     * with the line in the copy and the line of the call. Empty outside of all functions.
     */
    public List<CodePlace> placesAt(long address) {
        return damage().orElse(List.of(), () -> functionTable().placesAt(address, lines()));
    }

    /** All global variables that are part of the program, by name. */
    public List<Variable> globals() {
        return globalTable().all();
    }

    /** The global variable of a name, either with its path as the source has it or as it stands in the symbol table. */
    public Optional<Variable> global(String name) {
        return globalTable().named(name);
    }

    /** Where a global variable is. */
    public Location locate(Variable global, MemoryReader memory) {
        return damage().orElse(DAMAGED, () -> variables.location(global, memory));
    }

    /** The value of a global variable. Nothing is read before somebody looks into it. */
    public TypedValue read(Variable global, MemoryReader memory) {
        Location location = locate(global, memory);
        return variables.value(
                global.name(),
                global.type(),
                location,
                name -> {
                    throw UnreadableException.register(name);
                },
                memory);
    }

    /** The parameters and variables that the source has in scope at an address, those of the innermost scope first. */
    public List<Variable> localsAt(long address) {
        List<Variable> found = new ArrayList<>();
        damage().guard(() -> addLocals(functionTable().scopesAt(address), found));
        return found;
    }

    private void addLocals(List<Die> scopes, List<Variable> found) {
        int depth = 0;
        for (int i = scopes.size() - 1; i >= 0; i--) {
            Die scope = scopes.get(i);
            for (Die child : scope.children()) {
                boolean isParameter = child.is(Tag.FORMAL_PARAMETER);
                boolean isLocal = child.is(Tag.VARIABLE) && !Globals.isStatic(child);
                if (isParameter || isLocal) {
                    Variable.Kind kind = isParameter ? Variable.Kind.PARAMETER : Variable.Kind.LOCAL;
                    found.add(new Variable(units, types, child, kind, depth, Optional.of(scopes.get(0))));
                }
            }
            depth += scope.is(Tag.LEXICAL_BLOCK) ? 0 : 1;
        }
    }

    /** Where a variable is in a frame. */
    public Location locate(Variable local, StackFrame frame, MemoryReader memory) {
        return damage().orElse(DAMAGED, () -> variables.location(local, frame, memory));
    }

    /** The value of a variable in a frame. */
    public TypedValue read(Variable local, StackFrame frame, MemoryReader memory) {
        Location location = locate(local, frame, memory);
        return variables.value(local.name(), local.type(), location, frame::register, memory);
    }

    /** The type of a name with its path, such as {@code kernel::process::Process}. */
    public Optional<Type> type(String name) {
        return damage().orElse(Optional.empty(), () -> types.named(name));
    }

    /** A value of a type at an address, for places that no variable names. */
    public TypedValue valueAt(String path, Type type, long address, MemoryReader memory) {
        Location location = new Location.InMemory(address);
        RegisterReader none = name -> {
            throw UnreadableException.register(name);
        };
        return variables.value(path, type, location, none, memory);
    }

    /**
     * The calls that have not returned yet, from the registers of now.
     *
     * @throws UnreadableException if not even the program counter can be read
     */
    public CallStack callStack(RegisterReader registers, MemoryReader memory) {
        return new Unwinder(units, callFrames(), memory).unwind(registers);
    }

    /**
     * The calls around a frame that was found with the information of another program, such as a process that the kernel's
     * handler interrupted. The frame itself is the innermost.
     */
    public CallStack callStack(StackFrame frame, RegisterReader registers, MemoryReader memory) {
        return new Unwinder(units, callFrames(), memory).unwind(frame, registers);
    }

    CallFrames callFrames() {
        if (callFrames == null) {
            callFrames = new CallFrames(units.sections().elf(), units.sections());
        }
        return callFrames;
    }

    private Functions functionTable() {
        if (functions == null) {
            functions = new Functions(units);
        }
        return functions;
    }

    private Globals globalTable() {
        if (globals == null) {
            globals = new Globals(units, types);
        }
        return globals;
    }
}
