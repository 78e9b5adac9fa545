/**
 * Paging: from linear to physical addresses, through page tables and a TLB that may hold what memory no longer says.
 *
 * <p>Reading order: {@link ringside.cpu.x86.paging.PagingMode}, {@link ringside.cpu.x86.paging.PageWalk} (the walk, one
 * for the processor and one for those who look on), {@link ringside.cpu.x86.paging.PageRights},
 * {@link ringside.cpu.x86.paging.Tlb}, {@link ringside.cpu.x86.paging.Paging} which puts them together.
 *
 * <p>@sdm Vol.3A 4
 */
package ringside.cpu.x86.paging;
