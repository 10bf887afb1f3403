package io.infinimill.judge;

/** An operator of the judge stage: a record, pure, asked from many threads at once. */
public sealed interface Judge permits ReadingJudge, ExecutionJudge {}
