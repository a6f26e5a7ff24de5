import { PactFileError } from '../pact-error.ts';
/** What a file says. */
export interface FileText {
    readonly text: string;
    /** Why Pact can't read it although we can. */
    readonly problem: PactFileError | undefined;
}
/** The text of a file. @throws {PactFileError} when it can't be read. */
export declare function readText(file: string): FileText;
/** Whether there is a directory at a path. */
export declare function isDirectory(path: string): boolean;
//# sourceMappingURL=read-text.d.ts.map