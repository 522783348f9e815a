import { serve } from './threads/serve';

// What each thread of a large check runs.
serve();
