/**
 * Look of every figure. Hues keep apart under the common colour-vision deficiencies (blue, vermilion and amber after
 * Okabe and Ito, 2008), and nothing is told by hue alone: breaches are also thicker, ringed, bold or named.
 */
export const COLOR = {
  background: "#ffffff",
  ink: "#0f172a",
  text: "#334155",
  muted: "#64748b",
  grid: "#e2e8f0",
  /** Measured values. */
  data: "#1d4ed8",
  /** The second part of a split value. */
  second: "#e69f00",
  /** Values within their target. */
  calm: "#94a3b8",
  calmSecond: "#cbd5e1",
  /** Targets, and what breaks them. */
  breach: "#c62828",
  breachFill: "#f6cfcf",
  /** Intervals of time set apart. */
  band: "#fde9c8",
  bandInk: "#9a5b00",
} as const;

/** Canvas in CSS pixels; drawn at twice this size. */
export const CANVAS = { width: 820, height: 360, margin: 16 } as const;

/** Font sizes in CSS pixels. */
export const SIZE = { title: 17, subtitle: 12, label: 12, tick: 11 } as const;

export const FONT_FAMILY = "Inter, Helvetica, Arial, sans-serif";
