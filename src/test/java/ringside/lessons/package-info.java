/** The bundled lessons on the real images. */
package ringside.lessons;
