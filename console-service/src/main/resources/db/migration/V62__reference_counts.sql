-- How many items a kind has: asked for with each save, and counting many thousand each time is slow.
alter table reference_kinds add column items bigint not null default 0;
update reference_kinds k set items =
    (select count(*) from reference_items i where i.connection_id = k.connection_id and i.kind = k.kind);
