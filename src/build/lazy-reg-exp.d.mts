export class LazyRegExp {
  constructor(source: string, flags: string);
  lastIndex: number;
  exec(text: string): RegExpExecArray | null;
  test(text: string): boolean;
}
