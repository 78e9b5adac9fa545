/**
 * The bundled kernel images, and the observers that read their structures out of an emulated machine.
 */
package ringside.kernels;
