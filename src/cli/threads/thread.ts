import { serve } from './serve';

// The entry point of each thread of a large check.
serve();
