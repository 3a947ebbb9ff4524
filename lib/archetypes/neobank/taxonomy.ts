/**
 * Merchant categories of the neobank: 40 codes in 8 sectors, fitted so that card spend has a mean ticket near $37, a
 * median near $19 and 34 % of payments online.
 */
import type { ReferenceTable } from "../../contracts/archetype.ts";

/** Sectors by the letter that the table below uses. */
const SECTORS = {
  A: "Groceries",
  B: "Dining",
  C: "Fuel & auto",
  D: "Transport & travel",
  E: "Shopping",
  F: "Digital & leisure",
  G: "Bills",
  H: "Services & cash",
} as const;

type Sector = keyof typeof SECTORS;

/**
 * Code, name, sector, share of payments (%), median ticket ($), sigma of its log, interchange (basis points), share
 * online, share captured (%), merchants at evaluation scale.
 */
type Mcc = readonly [number, string, Sector, number, number, number, number, number, number, number];

export const MCCS: readonly Mcc[] = [
  [5411, "Supermarkets", "A", 12.6, 27, 0.95, 140, 0.08, 97.8, 285],
  [5499, "Convenience & specialty food", "A", 7.4, 9.5, 0.75, 170, 0.04, 97.8, 445],
  [5310, "Discount & dollar stores", "A", 6, 21, 0.95, 153, 0.12, 97.5, 130],
  [5300, "Warehouse clubs", "A", 1.8, 72, 0.75, 146, 0.1, 97.6, 25],
  [5912, "Pharmacies", "A", 2.6, 16, 0.9, 157, 0.1, 97.6, 145],
  [5814, "Quick-service food & coffee", "B", 14.5, 10.5, 0.6, 174, 0.25, 97.3, 685],
  [5812, "Table-service restaurants", "B", 5.8, 27, 0.75, 159, 0.18, 97.3, 815],
  [5813, "Bars & nightlife", "B", 0.9, 24, 0.8, 157, 0.01, 97.9, 145],
  [5462, "Bakeries", "B", 0.8, 9, 0.6, 175, 0.05, 97.7, 130],
  [5921, "Liquor stores", "B", 1.2, 19, 0.65, 156, 0.02, 97.8, 145],
  [5542, "Pay-at-pump fuel", "C", 4.6, 34, 0.45, 149, 0, 97.5, 225],
  [5541, "Service stations (inside)", "C", 4.2, 12, 0.75, 163, 0, 97.9, 255],
  [5533, "Auto parts", "C", 0.6, 34, 0.9, 150, 0.15, 97.4, 75],
  [7538, "Auto repair", "C", 0.4, 150, 0.95, 143, 0.07, 97.7, 165],
  [7523, "Parking", "C", 0.9, 7, 0.75, 169, 0.5, 96.4, 95],
  [4121, "Ride-hail & taxi", "D", 3, 15, 0.6, 180, 0.92, 95.6, 35],
  [4111, "Local transit", "D", 0.9, 4.5, 0.8, 174, 0.3, 97.0, 35],
  [4784, "Tolls", "D", 0.6, 18, 0.6, 176, 0.9, 95.1, 15],
  [4511, "Airlines", "D", 0.2, 165, 0.7, 162, 0.97, 93.9, 15],
  [7011, "Hotels & lodging", "D", 0.3, 125, 0.75, 157, 0.55, 95.2, 130],
  [5942, "Books & general online marketplace", "E", 4.9, 22, 0.9, 171, 0.96, 95.6, 50],
  [5999, "Misc. specialty retail", "E", 2.3, 21, 1, 160, 0.45, 96.5, 285],
  [5651, "Family clothing", "E", 1.9, 36, 0.8, 156, 0.42, 96.6, 155],
  [5732, "Electronics", "E", 0.7, 58, 1.1, 154, 0.5, 96.4, 85],
  [5200, "Home improvement", "E", 1.3, 36, 1.05, 149, 0.16, 97.4, 60],
  [5815, "Digital media", "F", 2, 11, 0.45, 191, 1, 93.8, 50],
  [5816, "Digital games", "F", 1.8, 10, 0.9, 185, 1, 92.8, 50],
  [5817, "Apps & software", "F", 1.6, 10, 0.7, 190, 1, 92.3, 70],
  [5818, "Large digital-goods stores", "F", 2.6, 9, 0.75, 192, 1, 93.8, 15],
  [7832, "Cinemas", "F", 0.4, 22, 0.6, 167, 0.55, 96.2, 35],
  [4900, "Utilities", "G", 1.2, 92, 0.75, 133, 0.94, 95.3, 75],
  [4814, "Telecom", "G", 1.5, 52, 0.7, 142, 0.9, 94.6, 50],
  [4899, "Cable & streaming", "G", 2, 18, 0.7, 176, 0.98, 93.4, 45],
  [6300, "Insurance", "G", 0.9, 118, 0.6, 139, 0.98, 93.4, 45],
  [6513, "Rent & property mgmt", "G", 0.2, 820, 0.6, 125, 0.95, 93.5, 95],
  [8011, "Physicians & clinics", "H", 0.5, 45, 0.9, 143, 0.45, 96.5, 205],
  [7230, "Hair & beauty", "H", 0.7, 40, 0.65, 150, 0.12, 97.5, 285],
  [7997, "Gyms & clubs", "H", 0.7, 30, 0.6, 169, 0.9, 93.1, 95],
  [4829, "Money transfer & P2P funding", "H", 1, 40, 1.1, 165, 0.97, 90.9, 15],
  [6011, "ATM cash", "H", 2.5, 80, 0.7, 0, 0, 95.5, 240],
];

/** Cash machines: withdrawn in notes of $20, and no interchange is earned. */
const ATM = 6011;
const FUEL_PUMP = 5542;
/** Digital goods and streaming are priced at x.99. */
const PRICE_POINTS: ReadonlySet<number> = new Set([5815, 5816, 5817, 5818, 4899]);
/** Zipf exponent of sales within a category: a few online names take more of it than shops do. */
const CONCENTRATED: ReadonlySet<number> = new Set([5815, 5816, 5817, 5818, 5942, 4121]);

/** How amounts are rounded, by the number that the generator's SQL reads. */
const PRICING = { free: 0, notes: 1, pump: 2, point_99: 3 } as const;

export const mccReference: ReferenceTable = {
  name: "mcc",
  columns: [
    { name: "mcc", type: "INTEGER" },
    { name: "name", type: "VARCHAR" },
    { name: "sector", type: "VARCHAR" },
    { name: "share", type: "DOUBLE" },
    { name: "median_cents", type: "DOUBLE" },
    { name: "sigma", type: "DOUBLE" },
    { name: "bps", type: "DOUBLE" },
    { name: "online", type: "DOUBLE" },
    { name: "captured", type: "DOUBLE" },
    { name: "merchants", type: "DOUBLE" },
    { name: "zipf", type: "DOUBLE" },
    { name: "pricing", type: "INTEGER" },
  ],
  rows: MCCS.map(([mcc, name, sector, share, median, sigma, bps, online, captured, merchants]) => [
    mcc,
    name,
    SECTORS[sector],
    share / 100,
    median * 100,
    sigma,
    mcc === ATM ? 0 : bps,
    online,
    captured / 100,
    merchants,
    CONCENTRATED.has(mcc) ? 1.1 : 0.8,
    PRICING[mcc === ATM ? "notes" : mcc === FUEL_PUMP ? "pump" : PRICE_POINTS.has(mcc) ? "point_99" : "free"],
  ]),
};

export const planReference: ReferenceTable = {
  name: "plan",
  columns: [
    { name: "plan_id", type: "BIGINT" },
    { name: "name", type: "VARCHAR" },
    { name: "price_cents", type: "BIGINT" },
    { name: "cadence", type: "VARCHAR" },
  ],
  rows: [
    [1, "Free", 0, "none"],
    [2, "Premium monthly", 999, "monthly"],
    [3, "Premium annual", 9900, "annual"],
  ],
};
