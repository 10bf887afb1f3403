create table seed_set (
    name       text primary key,
    format     text not null,
    created_at timestamptz not null
);

create table seed (
    seed_set   text not null references seed_set (name),
    ordinal    bigint generated always as identity,
    id         text not null,
    question   text not null,
    answer     text,
    solution   text,
    attributes jsonb,
    primary key (seed_set, id)
);

create unique index seed_by_ordinal on seed (seed_set, ordinal);

-- One decoupling per seed and decouplers: a template, or why there is none.
create table decoupling (
    seed_id     text not null,
    operators   text not null,
    template_id text,
    operator    text,
    reason      text,
    detail      text,
    primary key (seed_id, operators),
    check ((template_id is null) <> (reason is null))
);

create table template (
    id         text primary key,
    ordinal    bigint generated always as identity unique,
    seed_set   text not null,
    template   jsonb not null
);

create index template_by_seed_set on template (seed_set, ordinal);

-- Which templates were announced for which dataset.
create table announcement (
    dataset     text not null,
    template_id text not null,
    primary key (dataset, template_id)
);

create table job (
    id                text primary key,
    number            bigint generated always as identity unique,
    recipe            jsonb not null,
    recipe_hash       text not null,
    seed_set          text references seed_set (name),
    dataset           text not null,
    target            bigint,
    state             text not null,
    message           text,
    created_at        timestamptz not null,
    started_at        timestamptz,
    finished_at       timestamptz,
    announced         boolean not null default false,
    -- how far the seeds were handed out
    round             integer not null default 0,
    round_variants    integer,
    next_ordinal      bigint not null default 0,
    -- work handed out and not yet done, and what was done
    outstanding_units bigint not null default 0,
    outstanding_variants bigint not null default 0,
    decoupled         bigint not null default 0,
    refused           bigint not null default 0,
    generated         bigint not null default 0,
    -- what the dataset store reported last
    progress_sequence bigint not null default -1,
    accepted          bigint not null default 0,
    rejected          bigint not null default 0,
    dead_lettered     bigint not null default 0,
    reasons           jsonb not null default '[]'
);

create index job_by_state on job (state);

-- A stretch of variants of one seed that was handed out; generated is null until it is done.
create table work (
    job_id        text not null references job (id),
    seed_id       text not null,
    first_variant integer not null,
    variants      integer not null,
    round         integer not null,
    ordinal       bigint not null,
    generated     integer,
    exhausted     boolean,
    dead_lettered boolean not null default false,
    primary key (job_id, seed_id, first_variant)
);

create index work_by_round on work (job_id, round, ordinal);
create index work_outstanding on work (job_id) where generated is null;
