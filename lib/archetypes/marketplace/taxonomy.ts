/** Categories and countries of the marketplace. Figures: domain reference 2.2 and 2.3. */
import type { ReferenceTable } from "../../contracts/archetype.ts";

/** Name, median price in dollars, share within the parent in percent. */
type Leaf = readonly [name: string, medianDollars: number, sharePct: number];

interface TopCategory {
  readonly name: string;
  /** Share of all listings, and of all orders, in percent. */
  readonly listingPct: number;
  readonly orderPct: number;
  /** Spread of the logarithm of prices within each leaf. */
  readonly sigma: number;
  /** Goods that are often bought by the handful. */
  readonly bulk?: true;
  readonly leaves: readonly Leaf[];
}

/** Leaves delivered as files: they never cost shipping. */
const DIGITAL: ReadonlySet<string> = new Set(["Patterns & files", "Digital downloads", "Printables"]);

export const TOP_CATEGORIES: readonly TopCategory[] = [
  {
    name: "Home & Living",
    listingPct: 21,
    orderPct: 22,
    sigma: 0.65,
    leaves: [
      ["Candles & fragrance", 19, 20],
      ["Wall decor", 28, 16],
      ["Kitchen & dining", 26, 14],
      ["Garden & outdoor", 30, 14],
      ["Bedding & textiles", 42, 11],
      ["Storage", 32, 11],
      ["Lighting", 68, 8],
      ["Furniture", 185, 6],
    ],
  },
  {
    name: "Jewelry",
    listingPct: 19,
    orderPct: 16,
    sigma: 0.75,
    leaves: [
      ["Necklaces", 34, 22],
      ["Earrings", 24, 22],
      ["Rings", 58, 16],
      ["Bracelets", 28, 15],
      ["Body jewelry", 17, 8],
      ["Brooches", 14, 6],
      ["Watches & cufflinks", 48, 6],
      ["Jewelry sets", 46, 5],
    ],
  },
  {
    name: "Clothing & Shoes",
    listingPct: 13,
    orderPct: 13,
    sigma: 0.5,
    leaves: [
      ["T-shirts & tops", 25, 30],
      ["Sweatshirts", 39, 20],
      ["Kids' clothing", 24, 14],
      ["Dresses", 62, 10],
      ["Costumes", 48, 8],
      ["Outerwear", 85, 6],
      ["Loungewear", 36, 6],
      ["Shoes", 72, 6],
    ],
  },
  {
    name: "Craft Supplies",
    listingPct: 12,
    orderPct: 16,
    sigma: 0.7,
    bulk: true,
    leaves: [
      ["Patterns & files", 5.5, 24],
      ["Beads & findings", 6.5, 22],
      ["Fabric", 13, 15],
      ["Yarn & fiber", 16, 10],
      ["Stamps", 6, 9],
      ["Molds & tools", 18, 8],
      ["Leather & hardware", 17, 6],
      ["Kits", 27, 6],
    ],
  },
  {
    name: "Art & Collectibles",
    listingPct: 10,
    orderPct: 5.5,
    sigma: 0.8,
    leaves: [
      ["Prints", 20, 34],
      ["Paintings", 120, 14],
      ["Drawing", 40, 10],
      ["Digital downloads", 6, 10],
      ["Photography", 30, 8],
      ["Sculpture", 75, 8],
      ["Glass & ceramic", 48, 8],
      ["Figurines", 32, 8],
    ],
  },
  {
    name: "Paper & Party",
    listingPct: 7,
    orderPct: 10,
    sigma: 0.6,
    bulk: true,
    leaves: [
      ["Cards", 6.5, 24],
      ["Stickers & labels", 5.5, 20],
      ["Party decor", 16, 16],
      ["Invitations", 14, 14],
      ["Planners", 8, 10],
      ["Gift wrap", 8.5, 6],
      ["Stationery", 15, 6],
      ["Calendars", 18, 4],
    ],
  },
  {
    name: "Weddings",
    listingPct: 4,
    orderPct: 4,
    sigma: 0.7,
    leaves: [
      ["Wedding invitations", 30, 20],
      ["Wedding decor", 32, 20],
      ["Party gifts", 28, 18],
      ["Bridal accessories", 42, 14],
      ["Wedding jewelry", 48, 10],
      ["Cake toppers", 26, 8],
      ["Guest books", 45, 6],
      ["Wedding attire", 210, 4],
    ],
  },
  {
    name: "Toys, Baby & Pets",
    listingPct: 5,
    orderPct: 5.5,
    sigma: 0.55,
    leaves: [
      ["Plush & dolls", 34, 18],
      ["Baby gifts", 30, 16],
      ["Nursery decor", 38, 14],
      ["Wooden toys", 32, 12],
      ["Puzzles", 27, 12],
      ["Pet collars", 20, 12],
      ["Printables", 9, 10],
      ["Pet bedding", 34, 6],
    ],
  },
  {
    name: "Bath & Beauty",
    listingPct: 3,
    orderPct: 3,
    sigma: 0.5,
    leaves: [
      ["Soap", 8.5, 26],
      ["Skincare", 20, 16],
      ["Makeup & nails", 15, 14],
      ["Bath bombs", 12, 12],
      ["Haircare", 16, 10],
      ["Fragrance", 28, 10],
      ["Herbal", 16, 8],
      ["Gift sets", 36, 4],
    ],
  },
  {
    name: "Bags, Accessories & Vintage",
    listingPct: 6,
    orderPct: 5,
    sigma: 0.7,
    leaves: [
      ["Bags", 48, 22],
      ["Hats & hair", 18, 20],
      ["Tech cases", 24, 14],
      ["Wallets", 38, 10],
      ["Scarves", 30, 10],
      ["Vintage home", 36, 10],
      ["Vintage clothing", 42, 10],
      ["Vintage collectibles", 28, 4],
    ],
  },
];

/** Slots of the wheels that a leaf or a country is drawn from: all shares of the tables are whole numbers of them. */
const CATEGORY_SLOTS = 10_000;
const COUNTRY_SLOTS = 1_000;

/**
 * Top-level categories first (keys 1 to 10), then the leaves, parent by parent. Weights are slots out of 10,000, 0 for
 * top-level categories, which hold no listings themselves.
 */
export function categoryTable(): ReferenceTable {
  const tops = TOP_CATEGORIES.map((top, i) => [i + 1, null, top.name, 0, 0, 0, 0, 0, 0]);
  const leaves = TOP_CATEGORIES.flatMap((top, i) =>
    top.leaves.map(([name, median, share]) => [
      i + 1,
      name,
      Math.round(top.listingPct * share * CATEGORY_SLOTS / 10_000),
      Math.round(top.orderPct * share * CATEGORY_SLOTS / 10_000),
      Math.round(median * 100),
      top.sigma,
      top.bulk ? 1 : 0,
      DIGITAL.has(name) ? 1 : 0,
    ])
  ).map((leaf, i) => [TOP_CATEGORIES.length + i + 1, ...leaf]);
  return {
    name: "category",
    columns: [
      { name: "category_id", type: "BIGINT" },
      { name: "parent_id", type: "BIGINT" },
      { name: "name", type: "VARCHAR" },
      { name: "listing_slots", type: "INTEGER" },
      { name: "order_slots", type: "INTEGER" },
      { name: "median_cents", type: "INTEGER" },
      { name: "sigma", type: "DOUBLE" },
      { name: "bulk", type: "INTEGER" },
      { name: "digital", type: "INTEGER" },
    ],
    rows: [...tops, ...leaves],
  };
}

/** Code, currency, share of buyers, share of sellers, in percent. What the reference calls "other" is spread out. */
const COUNTRIES: readonly (readonly [code: string, currency: string, buyerPct: number, sellerPct: number])[] = [
  ["US", "USD", 62, 58],
  ["GB", "GBP", 12, 11],
  ["CA", "CAD", 6, 5],
  ["DE", "EUR", 6, 4],
  ["AU", "AUD", 5, 3],
  ["FR", "EUR", 4, 3],
  ["NL", "EUR", 1.5, 1],
  ["IT", "EUR", 1, 1.5],
  ["TR", "USD", 0.2, 3.5],
  ["IN", "USD", 0.3, 3],
  ["UA", "USD", 0, 2],
  ["ES", "EUR", 0.3, 1.5],
  ["PL", "USD", 0.2, 1.5],
  ["JP", "USD", 0.5, 0.5],
  ["CH", "USD", 0.4, 0.5],
  ["SE", "USD", 0.4, 0.5],
  ["NZ", "USD", 0.2, 0.5],
];

/** Weights are slots out of 1,000. */
export function countryTable(): ReferenceTable {
  return {
    name: "country",
    columns: [
      { name: "country", type: "VARCHAR" },
      { name: "currency", type: "VARCHAR" },
      { name: "buyer_slots", type: "INTEGER" },
      { name: "seller_slots", type: "INTEGER" },
    ],
    rows: COUNTRIES.map(([code, currency, buyers, sellers]) => [
      code,
      currency,
      Math.round(buyers * COUNTRY_SLOTS / 100),
      Math.round(sellers * COUNTRY_SLOTS / 100),
    ]),
  };
}
