// English gives the shape, and the compiler sees to it that every language has every sentence. "{…}" is filled in;
// {one, other} goes by number.

import type { en } from "./en.ts";

export type Shape<T> = T extends string ? string : { [Key in keyof T]: Shape<T[Key]> };

export type Words = Shape<typeof en>;
