package ringside.kernels.session;

import java.util.List;
import java.util.Optional;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.ObservedKernel;
import ringside.kernels.observe.ObserverFactory;
import ringside.kernels.redox.RedoxObserver;
import ringside.kernels.tock.TockObserver;

/** The styles of kernels that are understood. A new one is one line here. */
final class Observers {
    static final List<ObserverFactory> ALL = List.of(TockObserver::of, RedoxObserver::of);

    private Observers() {}

    /** Who understands the kernel: the first of the factories that makes an observer of it. */
    static Optional<KernelObserver> of(ObservedKernel kernel, List<ObserverFactory> factories) {
        return factories.stream()
                .flatMap(factory -> factory.observe(kernel).stream())
                .findFirst();
    }
}
