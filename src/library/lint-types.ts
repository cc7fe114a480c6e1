/** Notes what is wrong in a file, at a path in it. */
export type Report = (fileOf: string, path: readonly PropertyKey[], message: string) => void;
/** Compiles phrases and reports those that do not. */
export type CompileAll = (fileOf: string, path: readonly PropertyKey[], phrases: readonly string[] | undefined) => void;
