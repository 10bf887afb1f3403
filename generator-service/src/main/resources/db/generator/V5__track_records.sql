-- How a teacher did lately with a prompt, by the topic of the seeds; what is long ago has faded.
create table track_record (
    teacher   text not null,
    prompt    text not null,
    topic     text not null,
    tried     double precision not null,
    succeeded double precision not null,
    money     double precision not null,
    tokens    double precision not null,
    primary key (teacher, prompt, topic)
);
