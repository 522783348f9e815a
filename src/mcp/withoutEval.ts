import { config } from 'zod/v4/core';

// Imported before the schemas of the protocol are made: without this they would compile code at run time.
config({ jitless: true });
