-- What can be chosen in each Halo. The parts are halo-reference-v1 as it is; a read counts when all of its parts are there.
create table reference_parts (
    connection_id text        not null,
    kind          text        not null,
    part          int         not null,
    tenant_id     text        not null,
    parts         int         not null,
    read_id       text        not null,
    read_at       timestamptz not null,
    result        text        not null,
    detail        text,
    total         bigint,
    truncated     boolean     not null,
    items         json        not null,
    primary key (connection_id, kind, part)
);

-- The last whole read of each kind, and what kept a later one from being read.
create table reference_kinds (
    connection_id text        not null,
    kind          text        not null,
    tenant_id     text        not null,
    read_id       text        not null,
    read_at       timestamptz not null,
    total         bigint,
    truncated     boolean     not null,
    primary key (connection_id, kind)
);

create table reference_items (
    connection_id text    not null,
    kind          text    not null,
    ordinal       bigint  not null,
    item_id       bigint  not null,
    name          text    not null,
    body          json    not null,
    primary key (connection_id, kind, ordinal)
);
