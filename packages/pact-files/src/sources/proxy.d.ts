/** A proxy that the environment names. */
export interface Proxy {
    /** The variable that names it: `HTTP_PROXY`. */
    readonly variable: string;
    /** Where it is, without credentials: `proxy.example:3128`; absent where the variable holds no address. */
    readonly host: string | undefined;
}
/**
 * The proxy that the environment has for an address; `undefined` where there is none, or `NO_PROXY` exempts it. Pact's core
 * goes through it, as axios and many others do; Node only where `NODE_USE_ENV_PROXY` says so.
 */
export declare function proxyFor(url: string): Proxy | undefined;
/** What `NO_PROXY` lists. */
export declare function exempt(): readonly string[];
/** Whether an address is of this machine. */
export declare function isLoopback(url: string): boolean;
/** The host of a URL as sockets have it: `::1`, not `[::1]`. */
export declare function unbracketed(host: string): string;
//# sourceMappingURL=proxy.d.ts.map