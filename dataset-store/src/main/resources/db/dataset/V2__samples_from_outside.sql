-- Samples of outside producers: those that name no seed set.
alter table dataset.counts add column outside bigint not null default 0;
alter table dataset.dead_letters add column outside boolean not null default false;
alter table dataset.jobs add column outside_dead bigint not null default 0;
