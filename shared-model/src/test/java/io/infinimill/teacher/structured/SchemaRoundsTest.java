package io.infinimill.teacher.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatReply.Choice;
import io.infinimill.teacher.ChatReply.Finish;
import io.infinimill.teacher.ChatReply.Usage;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.ReplySchema;
import io.infinimill.teacher.Sampling;
import io.infinimill.teacher.Teacher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaRoundsTest {

    private static final ChatRequest REQUEST = ChatRequest.of(Sampling.of(0, 50), Message.user("How many?"));
    private static final SchemaReader READER = new SchemaReader(new ReplySchema("colours", """
            {"type": "object", "properties": {"count": {"type": "integer"}}, "required": ["count"]}"""));

    private final List<ChatRequest> asked = new ArrayList<>();
    private final Deque<Choice> replies = new ArrayDeque<>();

    @Test
    void aReplyThatFitsTakesOneRound() throws Exception {
        says("{\"count\": 7}", Finish.STOP);

        var reply = new SchemaRounds(READER, 3).ask(teacher(), REQUEST);

        assertThat(reply.reading()).isInstanceOf(Reading.Fits.class);
        assertThat(asked).containsExactly(REQUEST.withSchema(READER.schema()));
    }

    @Test
    void aMissIsToldToTheTeacherAndEveryRoundIsCharged() throws Exception {
        says("seven", Finish.STOP);
        says("{\"count\": \"7\"}", Finish.STOP);
        says("{\"count\": 7}", Finish.STOP);

        var reply = new SchemaRounds(READER, 3).ask(teacher(), REQUEST);

        assertThat(reply.reading()).isInstanceOf(Reading.Fits.class);
        assertThat(reply.usage()).isEqualTo(new Usage(30, 6));
        assertThat(asked.getLast().messages())
                .startsWith(REQUEST.messages().getFirst())
                .hasSize(3)
                .last()
                .isEqualTo(Message.user("""
                        This reply does not fit the JSON schema:
                        - /count: string found, integer expected
                        Reply with the corrected JSON object only, without any other text."""));
    }

    @Test
    void aTruncatedReplyIsAskedForShorter() throws Exception {
        says("{\"cou", Finish.LENGTH);
        says("{\"count\": 7}", Finish.STOP);

        new SchemaRounds(READER, 2).ask(teacher(), REQUEST);

        assertThat(asked.getLast().messages().getLast().text()).contains("cut off after 50 tokens");
    }

    @Test
    void whenTheRoundsAreUsedUpTheLastMissIsTheResult() throws Exception {
        says("seven", Finish.STOP);
        says("{\"cou", Finish.LENGTH);

        var reply = new SchemaRounds(READER, 2).ask(teacher(), REQUEST);

        assertThat(reply.reading()).isEqualTo(new Reading.Truncated());
        assertThat(reply.replies()).hasSize(2);
    }

    @Test
    void severalChoicesHaveNoRounds() {
        var several = ChatRequest.of(Sampling.of(1, 50).withN(4), Message.user("How many?"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchemaRounds(READER, 2).ask(teacher(), several))
                .withMessage("the request is for 4 choices, and rounds go on with one");
    }

    private void says(String text, Finish finish) {
        replies.add(new Choice(text, finish, null));
    }

    private Teacher teacher() {
        return new Teacher() {
            @Override
            public String model() {
                return "scripted";
            }

            @Override
            public ChatReply ask(ChatRequest request) {
                asked.add(request);
                return new ChatReply("scripted", List.of(replies.removeFirst()), new Usage(10, 2));
            }

            @Override
            public void close() {}
        };
    }
}
