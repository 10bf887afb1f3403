/**
 * Executes, re-checks and scores samples. {@link io.infinimill.judge.JudgeStep} is the data path; the operators of
 * {@code operator} decide.
 */
@NullMarked
package io.infinimill.judge;

import org.jspecify.annotations.NullMarked;
