import { serve } from './threads/serve';

// The entry point of each thread of a large check.
serve();
