/**
 * The scope `$1` as `s.of_scope`, for looking many keys up in it: one that the planner does not know. Named plainly, a scope whose
 * rows came in since the last ANALYZE is believed to have a single row, all indexes of the table are alike, and each key goes
 * through the whole scope.
 */
export const OF_SCOPE = "(select $1::uuid as of_scope offset 0) s";
