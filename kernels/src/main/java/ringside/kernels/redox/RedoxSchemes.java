package ringside.kernels.redox;

import static ringside.kernels.observe.Structure.number;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.observe.Structure;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.SchemesView.Name;
import ringside.kernels.view.SchemesView.Namespace;
import ringside.kernels.view.SchemesView.Scheme;
import ringside.kernels.view.SchemesView.Tag;
import ringside.kernels.view.SchemesView.TaskNamespaces;

/** Schemes, their tags, and namespaces. */
final class RedoxSchemes {
    private static final String[] NAMESPACES = {"null", "root"};

    private final RedoxKernel kernel;

    RedoxSchemes(RedoxKernel kernel) {
        this.kernel = kernel;
    }

    /** What a namespace is called; empty if it has no name. */
    static String namespaceName(long number) {
        return number >= 0 && number < NAMESPACES.length ? NAMESPACES[(int) number] : "";
    }

    SchemesView read() {
        List<Scheme> schemes = new ArrayList<>();
        for (KernelScheme own : KernelScheme.values()) {
            schemes.add(new Scheme(own.id(), own.title(), true, FrameOwner.NO_TASK, "kernel", 0, 0, List.of()));
        }
        kernel.userSchemes().forEach(scheme -> schemes.add(scheme(scheme)));
        List<TaskNamespaces> tasks = new ArrayList<>();
        for (RedoxContext context : kernel.contexts()) {
            if (context.isAlive() && context.pid() != RedoxKernel.IDLE) {
                tasks.add(new TaskNamespaces(context.pid(), context.name(), (int) context.get("root_namespace"), (int)
                        context.get("effective_namespace")));
            }
        }
        return new SchemesView(schemes, namespaces(), tasks);
    }

    private Scheme scheme(TypedValue scheme) {
        boolean isServing = Structure.part(scheme, "state").is("Serving");
        int owner = (int) number(scheme, "owner");
        return new Scheme(
                (int) number(scheme, "id"),
                RedoxKernel.schemeName(scheme),
                false,
                isServing ? owner : FrameOwner.NO_TASK,
                isServing ? kernel.nameOf(owner) : "(gone)",
                (int) number(scheme, "messages.length"),
                (int) scheme.at("messages.all").count(),
                tags(scheme));
    }

    private List<Tag> tags(TypedValue scheme) {
        Set<Long> unread = unread(scheme);
        List<Tag> tags = new ArrayList<>();
        List<TypedValue> calls = Structure.elements(scheme, "calls");
        for (int place = 0; place < calls.size(); place++) {
            TypedValue call = calls.get(place);
            String state = Structure.part(call, "state").variant();
            if (!state.equals("Free")) {
                int client = (int) number(call, "client");
                boolean isAbandoned = state.equals("Abandoned");
                tags.add(new Tag(
                        place + 1,
                        state,
                        isAbandoned ? FrameOwner.NO_TASK : client,
                        kernel.nameOf(client),
                        RedoxOpcode.nameOf(number(call, "request.opcode")),
                        unread.contains((long) place + 1)));
            }
        }
        return tags;
    }

    /** The tags of the requests in the queue; those without an answer do not count. */
    private static Set<Long> unread(TypedValue scheme) {
        TypedValue all = scheme.at("messages.all");
        long first = number(scheme, "messages.first");
        long length = Math.min(number(scheme, "messages.length"), all.count());
        Set<Long> tags = new HashSet<>();
        for (long i = 0; i < length; i++) {
            TypedValue message = all.element((first + i) % all.count());
            if (!RedoxOpcode.isOneWay(number(message, "flags"))) {
                tags.add(number(message, "tag"));
            }
        }
        return tags;
    }

    private List<Namespace> namespaces() {
        List<Namespace> namespaces = new ArrayList<>();
        List<TypedValue> all =
                Structure.elements(kernel.part("schemes.namespaces").loaded(), "all");
        for (int id = 0; id < all.size(); id++) {
            if (number(all.get(id), "is_used") != 0) {
                List<Name> names = new ArrayList<>();
                for (TypedValue name : Structure.elements(all.get(id), "names")) {
                    if (number(name, "scheme") != 0) {
                        names.add(new Name(RedoxKernel.text(name, "bytes", "length"), (int) number(name, "scheme")));
                    }
                }
                namespaces.add(new Namespace(id, namespaceName(id), names));
            }
        }
        return namespaces;
    }
}
