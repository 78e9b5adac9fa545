package ringside.kernels.observe;

import java.util.Optional;

/** Makes the observer of one style of kernel. */
@FunctionalInterface
public interface ObserverFactory {

    /**
     * An observer of the kernel, or nothing if the kernel is of another style. Its probes tell, so that a kernel that a user
     * has rebuilt is observed as well as a bundled one.
     */
    Optional<KernelObserver> observe(ObservedKernel kernel);
}
