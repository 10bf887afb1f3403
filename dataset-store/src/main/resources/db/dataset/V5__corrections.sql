-- Templates whose event has a correction, by the bytes that the contract's writers send, which have no blanks. An index and no
-- column, so that what a replica of the version before stores meanwhile is found too.
create index corrections on dataset.templates (dataset, id)
    where position('"correction":{'::bytea in event) > 0;
