import { TextDecoder, TextEncoder } from 'node:util';

// jsdom has neither; where Angular is, its preset brings them.
Object.assign(globalThis, { TextDecoder, TextEncoder });
