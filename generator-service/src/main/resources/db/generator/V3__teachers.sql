-- Replies that are paid for, by the hash of what was asked.
create table reply (
    request text primary key,
    model   text not null,
    reply   text not null,
    kept_at timestamptz not null default now()
);

create index reply_by_age on reply (kept_at);

-- What a job has spent, and on whom.
create table ledger (
    job_id     text not null,
    stage      text not null,
    teacher    text not null,
    asked      bigint not null default 0,
    known      bigint not null default 0,
    tokens_in  bigint not null default 0,
    tokens_out bigint not null default 0,
    money      numeric not null default 0,
    succeeded  bigint not null default 0,
    failed     bigint not null default 0,
    primary key (job_id, stage, teacher)
);

create table budget (
    job_id text primary key,
    tokens bigint,
    money  numeric
);

-- What requests under way may still cost; the same request after a crash has the same row.
create table reservation (
    job_id  text not null,
    request text not null,
    tokens  bigint not null,
    money   numeric not null,
    primary key (job_id, request)
);

-- Requests for templates that a generator works on, or that wait (without owner) because their job stands still. A
-- request is here before it is acknowledged; an owner that is gone holds no advisory lock, and its rows are sent again.
create table request (
    job_id        text not null,
    seed_id       text not null,
    first_variant integer not null,
    owner         integer,
    request       text not null,
    primary key (job_id, seed_id, first_variant)
);

create sequence request_owner as integer;
