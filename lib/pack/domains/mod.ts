/** The built-in business that catalogs are drawn from. */
import type { DomainDraft } from "./draft.ts";
import { finance } from "./finance.ts";
import { logistics } from "./logistics.ts";
import { marketing } from "./marketing.ts";
import { people } from "./people.ts";
import { product } from "./product.ts";
import { risk } from "./risk.ts";
import { sales } from "./sales.ts";
import { support } from "./support.ts";

export const domains: readonly DomainDraft[] = [
  sales,
  finance,
  marketing,
  product,
  support,
  logistics,
  people,
  risk,
];
