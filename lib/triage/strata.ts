/** Local day × bucket, the cells that sampling is spread over, and what becomes of cells too thin to stand alone. */

/** Items of one bucket on consecutive local days; indices into whatever list they were made from. */
export interface Stratum {
  readonly bucket: string;
  readonly items: readonly number[];
}

/** One stratum a local day and bucket, ordered by bucket, then day. */
export function dayStrata(items: readonly { readonly bucket: string | null; readonly ds: string }[]): Stratum[] {
  const cells = Map.groupBy(items.keys(), (i) => JSON.stringify([items[i]!.bucket ?? "", items[i]!.ds]));
  return [...cells].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([, members]) => ({ bucket: items[members[0]!]!.bucket ?? "", items: members }));
}

/**
 * Joins consecutive strata of a bucket until each is `enough`; what is left over at a bucket's end joins the stratum
 * before it. A bucket that is not enough as a whole stays one stratum.
 */
export function collapse(strata: readonly Stratum[], enough: (items: readonly number[]) => boolean): Stratum[] {
  const joined: Stratum[] = [];
  for (const [bucket, members] of Map.groupBy(strata, (stratum) => stratum.bucket)) {
    const groups: number[][] = [];
    let open: number[] = [];
    for (const { items } of members) {
      open.push(...items);
      if (!enough(open)) continue;
      groups.push(open);
      open = [];
    }
    if (open.length > 0) groups.push([...groups.pop() ?? [], ...open]);
    joined.push(...groups.map((items) => ({ bucket, items })));
  }
  return joined;
}
