/**
 * `format(…)`: Java's format strings.
 * @module
 */
import { decimalText } from "../../types/numbers.ts";
import { badArgument } from "../udf.ts";

const SPECIFIER = /%(?:(\d+)\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

const JAVA_TYPES: Record<string, string> = {
  tinyint: "java.lang.Long",
  smallint: "java.lang.Long",
  integer: "java.lang.Long",
  bigint: "java.lang.Long",
  real: "java.lang.Float",
  double: "java.lang.Double",
  decimal: "java.math.BigDecimal",
  varchar: "java.lang.String",
  boolean: "java.lang.Boolean",
  date: "java.time.LocalDate",
  time: "java.time.LocalTime",
  timestamp: "java.time.LocalDateTime",
  "timestamp with time zone": "java.time.ZonedDateTime",
};

/**
 * Formats values as `java.util.Formatter` does.
 *
 * @param format Format string
 * @param kinds Types of the values, joined by commas
 * @param values JSON array of the values as text
 */
export function formatText(format: string, kinds: string, values: string): string {
  const types = kinds.split(",");
  const texts = JSON.parse(values) as (string | null)[];
  let next = 0;
  const broken = /%(?![-#+ 0,(\d.$]*[a-zA-Z%])/.exec(format);
  if (broken) badFormat(format, "UnknownFormatConversion", "Conversion = '%'");
  return format.replace(
    SPECIFIER,
    (whole: string, ...groups: (string | undefined)[]) => {
      const [position, flags = "", width, precision, letter = ""] = groups;
      if (letter === "%") return pad("%", flags, width);
      if (letter === "n") return "\n";
      if (!/[bBhHsScCdoxXeEfgGaAtT]/.test(letter)) {
        badFormat(format, "UnknownFormatConversion", `Conversion = '${letter}'`);
      }
      if (/[-0]/.test(flags) && width === undefined) badFormat(format, "MissingFormatWidth", whole);
      if (precision !== undefined && /[doxXc]/.test(letter)) {
        badFormat(format, "IllegalFormatPrecision", precision);
      }
      const foreign = flags.replace("-", "");
      if (foreign !== "" && /[sSbBc]/.test(letter)) {
        badFormat(
          format,
          "FormatFlagsConversionMismatch",
          `Conversion = ${letter}, Flags = ${foreign}`,
        );
      }
      const index = position ? Number(position) - 1 : next++;
      const type = types[index];
      if (type === undefined) {
        return badFormat(format, "MissingFormatArgument", `Format specifier '${whole}'`);
      }
      const text = texts[index] as string | null;
      return pad(one(letter, flags, precision, text, type, whole, format, width), flags, width);
    },
  );
}

/** How `java.util.Formatter` fails. */
function badFormat(format: string, exception: string, detail: string): never {
  return badArgument(`Invalid format string: ${format} (${exception}: ${detail})`);
}

function one(
  letter: string,
  flags: string,
  precision: string | undefined,
  text: string | null,
  type: string,
  whole: string,
  format: string,
  width: string | undefined,
): string {
  const wrong = () =>
    badFormat(format, "IllegalFormatConversion", `${letter} != ${JAVA_TYPES[type] ?? type}`);
  if (letter === "s" || letter === "S") {
    const shown = text === null ? "null" : text;
    const cut = precision === undefined ? shown : [...shown].slice(0, Number(precision)).join("");
    return letter === "S" ? cut.toUpperCase() : cut;
  }
  if (letter === "b" || letter === "B") {
    const shown = text === null ? "false" : type === "boolean" ? text : "true";
    return letter === "B" ? shown.toUpperCase() : shown;
  }
  if (text === null) return "null";
  const integer = ["tinyint", "smallint", "integer", "bigint"].includes(type);
  switch (letter) {
    case "d":
      return integer ? signed(text, flags, width) : wrong();
    case "x":
    case "X":
    case "o": {
      if (!integer) return wrong();
      const bits = { tinyint: 8, smallint: 16, integer: 32, bigint: 64 }[type] as number;
      const digits = BigInt.asUintN(bits, BigInt(text)).toString(letter === "o" ? 8 : 16);
      const padded = flags.includes("0") ? digits.padStart(Number(width ?? 0), "0") : digits;
      return letter === "X" ? padded.toUpperCase() : padded;
    }
    case "c":
      return integer ? String.fromCodePoint(Number(text)) : wrong();
    case "f":
      if (!["decimal", "double", "real"].includes(type)) return wrong();
      if (!/\d/.test(text)) return text;
      return signed(fixed(text, Number(precision ?? 6)), flags, width);
    case "e":
    case "E": {
      if (!["decimal", "double", "real"].includes(type)) return wrong();
      const shown = Number(text).toExponential(Number(precision ?? 6)).replace(
        /e([+-])(\d)$/,
        "e$10$2",
      );
      return signed(letter === "E" ? shown.toUpperCase() : shown, flags, width);
    }
    default:
      throw new Error(`NOT_SUPPORTED: the format specifier '${whole}' is not supported`);
  }
}

/** A number with so many digits after the point, halves rounded away from zero. */
function fixed(text: string, digits: number): string {
  const [mantissa = "", exponent = "0"] = text.replace(/^-/, "").split("E");
  const [whole = "", fraction = ""] = mantissa.split(".");
  let unscaled = BigInt(whole + fraction);
  let scale = fraction.length - Number(exponent);
  if (scale < digits) {
    unscaled *= 10n ** BigInt(digits - scale);
    scale = digits;
  }
  const unit = 10n ** BigInt(scale - digits);
  const rounded = (unscaled * 2n + unit) / (unit * 2n);
  return (text.startsWith("-") ? "-" : "") + decimalText(rounded, digits);
}

function signed(text: string, flags: string, width: string | undefined): string {
  const negative = text.startsWith("-");
  let digits = negative ? text.slice(1) : text;
  if (flags.includes(",")) {
    const [whole = "", ...rest] = digits.split(".");
    digits = [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
  }
  const before = negative
    ? (flags.includes("(") ? "(" : "-")
    : flags.includes("+")
    ? "+"
    : flags.includes(" ")
    ? " "
    : "";
  const after = negative && flags.includes("(") ? ")" : "";
  if (flags.includes("0")) {
    digits = digits.padStart(Number(width ?? 0) - before.length - after.length, "0");
  }
  return before + digits + after;
}

function pad(text: string, flags: string, width: string | undefined): string {
  const size = Number(width ?? 0);
  return flags.includes("-") ? text.padEnd(size) : text.padStart(size);
}
