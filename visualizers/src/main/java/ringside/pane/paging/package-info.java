/**
 * The page-tables pane and the TLB pane of the PC: the walk of one address explained bit by bit, what is mapped, every
 * table with its entries; and the translations that the processor remembers, those that are out of date marked.
 *
 * <p>Reading order: {@link ringside.pane.paging.WalkLines}, {@link ringside.pane.paging.PageTablesPaneModel},
 * {@link ringside.pane.paging.PageTablesPane}, then the TLB's two.
 */
package ringside.pane.paging;
