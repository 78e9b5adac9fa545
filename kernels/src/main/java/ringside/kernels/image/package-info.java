/**
 * Images that a machine can boot: the bundled ones, each described by a recipe, and ELF files of the user's own.
 *
 * <p>Reading order: {@link ringside.kernels.image.ImageCatalog}, {@link ringside.kernels.image.BootImage},
 * {@link ringside.kernels.image.Recipe}, {@link ringside.kernels.image.RecipeCheck}.
 */
package ringside.kernels.image;
