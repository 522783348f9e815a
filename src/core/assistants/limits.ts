export const MOST_QUERY = 200;
export const MOST_TEXT = 100_000;
export const MOST_RESULTS = 20;
export const USUAL_RESULTS = 8;
export const MOST_REMARKS = 200;
