package io.infinimill.judge.operator;

import io.infinimill.judge.Finding;
import io.infinimill.judge.ReadingJudge;
import io.infinimill.model.Sample;
import io.infinimill.operator.Purpose;

/** placeholder */
@Purpose("Re-computes every step of the worked text and rejects the sample where one is wrong.")
record WorkedArithmetic() implements ReadingJudge {

    @Override
    public Finding judge(Sample sample) {
        return new Finding.Accepted(1, null);
    }
}
