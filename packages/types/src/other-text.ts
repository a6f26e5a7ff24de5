/** Any text: beside known values, whose names an editor then still offers. */
export type OtherText = string & {};
