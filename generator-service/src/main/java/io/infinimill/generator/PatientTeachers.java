package io.infinimill.generator;

import io.infinimill.generator.job.Job;
import io.infinimill.generator.teacher.AskTeachers;
import io.infinimill.generator.teacher.BudgetSpent;
import io.infinimill.generator.teacher.SamenessMeters;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.TeacherException;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Asks teachers until they answer, however long they are away, and says when a job had better stand still. */
@Component
class PatientTeachers {

    private static final long WAIT_MILLIS = 1000;
    private static final int FEWEST_TO_JUDGE = 50;

    private final AskTeachers teachers;
    private final SamenessMeters sameness;

    PatientTeachers(AskTeachers teachers, SamenessMeters sameness) {
        this.teachers = teachers;
        this.sameness = sameness;
    }

    /**
     * @throws TeacherException.Refused when the teacher will not answer this request, whenever it is asked
     * @throws Standstill when the budget is spent, or the teacher refuses more than this request
     */
    ChatReply ask(AskTeachers.Asking asking, ChatRequest request)
            throws TeacherException.Refused, Standstill, InterruptedException {
        while (true) {
            try {
                return teachers.ask(asking, request);
            } catch (TeacherException.Refused e) {
                if (e.isOnlyThis()) {
                    throw e;
                }
                throw new Standstill("teacher %s refuses: %s. Resume when that is mended"
                        .formatted(asking.teacher(), e.getMessage()));
            } catch (TeacherException e) {
                Thread.sleep(WAIT_MILLIS);
            } catch (BudgetSpent e) {
                throw new Standstill(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The reply before is kept, so that nothing is lost when the job goes on. */
    void requireVariety(Job job, String teacher, double mostAlike, double mostLeaks) throws Standstill {
        var shares = sameness.of(teacher, job.id());
        if (shares.seen() < FEWEST_TO_JUDGE) {
            return;
        }
        if (reaches(shares.nearIdentical(), mostAlike) || reaches(shares.identityLeaks(), mostLeaks)) {
            sameness.forget(teacher, job.id());
            throw new Standstill(
                    "of the last %d replies of teacher %s, %.0f %% are nearly the same and %.0f %% name a model or its maker. Maybe its prompt or model is at fault; resuming goes on all the same"
                            .formatted(
                                    shares.seen(),
                                    teacher,
                                    100 * shares.nearIdentical(),
                                    100 * shares.identityLeaks()));
        }
    }

    private static boolean reaches(double share, double most) {
        return most < 1 && share >= most;
    }

    /** What a teacher's tokens cost, whether they were paid or known. */
    BigDecimal price(String teacher, ChatReply.Usage usage) {
        return teachers.price(teacher, usage);
    }
}
