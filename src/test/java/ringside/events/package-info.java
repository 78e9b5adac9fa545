/** What tests of all kernels need to look at events. */
package ringside.events;
