/**
 * Functions that a statement from outside may call. None reads or writes anything but its arguments, and none returns a
 * value longer than they are: DuckDB's memory limit does not see long texts and lists, so nothing here may make them grow.
 */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  // Aggregates whose state does not grow with the rows, or is under the memory limit; quantiles hold one number a row.
  ...["any_value", "approx_count_distinct", "approx_quantile", "arg_max", "arg_min", "avg", "bool_and", "bool_or"],
  ...["corr", "count", "count_if", "count_star", "countif", "first", "last", "max", "max_by", "mean", "median", "min"],
  ...["min_by", "mode", "quantile_cont", "quantile_disc", "stddev", "stddev_pop", "stddev_samp", "sum", "var_pop"],
  ...["var_samp", "variance"],
  // Windows.
  ...["cume_dist", "dense_rank", "first_value", "lag", "last_value", "lead", "ntile", "percent_rank", "rank"],
  ...["row_number"],
  // Times.
  ...["age", "date_add", "date_diff", "date_part", "date_sub", "date_trunc", "datediff", "datepart", "datetrunc"],
  ...["day", "dayname", "dayofmonth", "dayofweek", "dayofyear", "epoch", "epoch_ms", "epoch_us", "hour", "isodow"],
  ...["last_day", "make_date", "make_timestamp", "minute", "month", "monthname", "quarter", "second", "strftime"],
  ...["time_bucket", "timezone", "to_days", "to_hours", "to_minutes", "to_months", "to_seconds", "to_timestamp"],
  ...["to_weeks", "to_years", "week", "weekday", "weekofyear", "year"],
  // Numbers.
  ...["abs", "ceil", "ceiling", "exp", "floor", "greatest", "isfinite", "isnan", "least", "ln", "log", "log10", "mod"],
  ...["pow", "power", "round", "sign", "sqrt", "trunc"],
  // Texts.
  ...["contains", "ends_with", "ilike_escape", "instr", "left", "length", "like_escape", "lower", "ltrim"],
  ...[
    "not_ilike_escape",
    "not_like_escape",
    "position",
    "prefix",
    "regexp_full_match",
    "regexp_matches",
    "right",
    "rtrim",
    "split_part",
  ],
  ...["starts_with", "strlen", "strpos", "substr", "substring", "suffix", "trim", "upper"],
  ...["ifnull", "nullif"],
]);

/** `||` is missing: it makes texts grow. */
export const OPERATORS: ReadonlySet<string> = new Set([
  ...["+", "-", "*", "/", "//", "%", "^", "**", "&", "|"],
  ...["~~", "!~~", "~~*", "!~~*", "~~~"],
]);
