create table dataset.datasets (
    id int generated always as identity primary key,
    name text not null unique
);

create table dataset.jobs (
    id int generated always as identity primary key,
    name text not null unique,
    sequence bigint not null default 0,
    dead_lettered bigint not null default 0
);

create table dataset.reasons (
    id int generated always as identity primary key,
    stage text not null,
    operator text not null,
    reason text not null,
    unique (stage, operator, reason)
);

-- Distinct samples by where they ended; reason 0 counts the accepted.
create table dataset.counts (
    job int not null references dataset.jobs,
    dataset int not null references dataset.datasets,
    reason int not null,
    count bigint not null,
    primary key (job, dataset, reason)
);
create index on dataset.counts (dataset);

-- What the samples of one template in one job share, once; "example" is the first of their events, against which the
-- others are compressed.
create table dataset.origins (
    id int generated always as identity primary key,
    digest uuid not null unique,
    dataset int not null references dataset.datasets,
    job int not null references dataset.jobs,
    kind text not null,
    seed_set text,
    seed text,
    template uuid,
    style text,
    recipe_hash text not null,
    example bytea not null
);
create index on dataset.origins (dataset);

-- Accepted and rejected samples alike, so that the primary key keeps every sample in one place. "number" places a sample
-- in the bitmaps of versions; "content" is the start of the SHA-256 of the event; "event" is packed. No foreign keys: they would
-- cost a look-up per row, and both targets are append-only.
create sequence dataset.sample_numbers;
create table dataset.samples (
    number bigint not null,
    id uuid not null,
    content uuid not null,
    dataset int not null,
    origin int not null,
    reason int,
    event bytea not null,
    primary key (dataset, id)
);
alter table dataset.samples alter column event set storage external;
create index rejects on dataset.samples (dataset, reason, id) where reason is not null;
create index samples_by_number on dataset.samples using brin (number) with (pages_per_range = 16);

create table dataset.templates (
    dataset int not null references dataset.datasets,
    id uuid not null,
    job int not null references dataset.jobs,
    seed_set text not null,
    licence text,
    event bytea not null,
    primary key (dataset, id)
);

-- One row per dead letter as it arrived. "subject" is what is dead: a sample, a seed of a job, or one unreadable record.
create table dataset.dead_letters (
    id bigint generated always as identity primary key,
    letter_topic text not null,
    letter_partition int not null,
    letter_offset bigint not null,
    topic text not null,
    key bytea,
    value bytea,
    cause text,
    subject uuid not null,
    job int references dataset.jobs,
    state text not null check (state in ('dead', 'replayed', 'resolved')),
    arrived timestamptz not null,
    unique (letter_topic, letter_partition, letter_offset)
);
create index on dataset.dead_letters (subject);
create index on dataset.dead_letters (job) where state = 'dead';

-- Bitmaps of 8,192 sample numbers, shared by all versions that agree on a block.
create table dataset.pages (
    id bigint generated always as identity primary key,
    digest uuid not null unique,
    bits bytea not null
);

create table dataset.versions (
    dataset int not null references dataset.datasets,
    number int not null,
    parent int,
    note text not null,
    created timestamptz not null,
    content_hash text not null,
    selection jsonb,
    summary jsonb not null,
    blocks int[] not null,
    pages bigint[] not null,
    primary key (dataset, number),
    foreign key (dataset, parent) references dataset.versions
);

create function dataset.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on dataset.% is refused: its rows never change', tg_op, tg_table_name;
end $$;

create trigger immutable before update or delete or truncate on dataset.versions
    for each statement execute function dataset.refuse_change();
create trigger immutable before update or delete or truncate on dataset.pages
    for each statement execute function dataset.refuse_change();
create trigger immutable before update or delete or truncate on dataset.samples
    for each statement execute function dataset.refuse_change();
