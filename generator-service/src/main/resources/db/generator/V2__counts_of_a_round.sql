-- Seeds are handed out in the order of their ids, which are hashes: any first part of them is spread over the whole set.
drop index generator.work_by_round;
alter table generator.work drop column ordinal;
create index work_by_round on generator.work (job_id, round, seed_id);
alter table generator.job drop column next_ordinal;
alter table generator.job add column next_seed text not null default '';

-- What the generator itself rejected, of a unit and of a job.
alter table generator.work add column turned_down integer;
alter table generator.job add column turned_down bigint not null default 0;

-- Of the work of this round that is done: the variants it asked for, and the samples that it passed on.
alter table generator.job add column round_done bigint not null default 0;
alter table generator.job add column round_passed bigint not null default 0;

-- Of what the dataset store reported last: samples of outside producers.
alter table generator.job add column outside bigint not null default 0;
