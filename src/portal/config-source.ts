/**
 * Where the configuration comes from: the address of a `config.json`, its object, or a function that gives that. An
 * address is read, and a function called, in an injection context, when the first page of Ligature is opened.
 */
export type ConfigSource = string | object | (() => object | Promise<object>);
