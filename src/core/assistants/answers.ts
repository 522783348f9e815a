import type * as z from 'zod/mini';
import type { Unchanging } from '../unchanging';
import type * as schema from './schema';

// The types of what assistants receive, as `schema.ts` describes it.

export type LookUpAnswer = Unchanging<z.infer<typeof schema.LOOK_UP_ANSWER>>;
export type CheckAnswer = Unchanging<z.infer<typeof schema.CHECK_ANSWER>>;
export type VerifyAnswer = Unchanging<z.infer<typeof schema.VERIFY_ANSWER>>;
export type FixAnswer = Unchanging<z.infer<typeof schema.FIX_ANSWER>>;
export type HistoryAnswer = Unchanging<z.infer<typeof schema.HISTORY_ANSWER>>;

export type CitedSource = Unchanging<z.infer<typeof schema.SOURCE>>;
export type DescribedFact = Unchanging<z.infer<typeof schema.FACT>>;
export type DescribedName = Unchanging<z.infer<typeof schema.NAME>>;
export type FoundInPassage = Unchanging<z.infer<typeof schema.FINDING>>;
export type NameHistory = HistoryAnswer['results'][number];
export type NameInTime = NameHistory['names'][number];
/** The reason for a finding, as an assistant can repeat it. */
export type Reason = Pick<FoundInPassage, 'rule' | 'message' | 'because' | 'sources' | 'asOf'>;
