/**
 * The address-spaces pane: what an address space is made of, and beside it the other side of what is lent.
 *
 * <p>{@link ringside.pane.spaces.AddressSpacesPaneModel} chooses the two address spaces and says what each grant is, with its
 * frames; {@code GrantBoard} draws them with a line from each loan to the memory that is lent.
 */
package ringside.pane.spaces;
