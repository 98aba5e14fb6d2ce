/** Rows of a CSV file by the names of their columns, as services write them and people change them in spreadsheets. */
import {parse} from 'csv-parse/sync';

export interface CsvRow {
  /** Where it begins: the first line is 1. Rough where fields hold line breaks. */
  readonly row: number;
  /** By the names in the first line, in lower case. */
  readonly fields: ReadonlyMap<string, string>;
}

export interface CsvRows {
  readonly rows: readonly CsvRow[];
  /** What could not be read. */
  readonly problems: readonly {readonly row: number; readonly why: string}[];
}

/** Characters of a row. */
const longestRow = 262_144;

/** Spreadsheets of half of Europe write semicolons. */
const delimiters = [',', ';', '\t'];

const firstLine = (text: string): string => /^[^\r\n]*/.exec(text.replace(/^\ufeff/, '').trimStart())?.[0] ?? '';

const delimiterOf = (text: string): string => {
  const line = firstLine(text.slice(0, 10_000));
  const count = (delimiter: string) => line.split(delimiter).length;
  return delimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
};

/** The names of its columns in lower case. */
export const csvColumns = (text: string): readonly string[] =>
  firstLine(text.slice(0, 10_000))
    .split(delimiterOf(text))
    .map(name => name.replaceAll('"', '').trim().toLowerCase());

const why: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is never closed',
  CSV_MAX_RECORD_SIZE: 'it is too long',
};

interface Reading {
  readonly records: readonly (readonly string[])[];
  readonly problems: readonly {readonly row: number; readonly code: string}[];
}

/** @param hasQuotes whether quotation marks mean anything: where one is never closed, the rest of the file is one field */
const readRecords = (text: string, hasQuotes: boolean): Reading => {
  const problems: {row: number; code: string}[] = [];
  const records = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    quote: hasQuotes ? '"' : null,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRow,
    on_skip: error => void problems.push({row: Number(error?.lines ?? 0), code: error?.code ?? ''}),
  });
  return {records, problems};
};

export const readCsvRows = (text: string): CsvRows => {
  const quoted = readRecords(text, true);
  const isBroken = quoted.problems.some(({code}) => why[code] !== undefined);
  const plain = isBroken ? readRecords(text, false) : undefined;
  const {records, problems} = plain !== undefined && plain.records.length > quoted.records.length ? plain : quoted;
  const [head = [], ...rest] = records;
  const names = head.map(name => name.replaceAll('"', '').trim().toLowerCase());
  return {
    rows: rest.map((values, at) => ({
      row: at + 2,
      fields: new Map(names.map((name, column) => [name, (values[column] ?? '').trim()])),
    })),
    problems: problems.map(({row, code}) => ({row, why: why[code] ?? 'it cannot be read'})),
  };
};
