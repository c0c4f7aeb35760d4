-- How the line of calls to each connection stands: the newest word of lanes-v1.
create table lanes (
    connection_id text primary key,
    tenant_id     text not null,
    state         text not null,
    reason        text,
    detail        text,
    until         timestamptz,
    pending       int  not null,
    oldest_since  timestamptz,
    budget        int  not null,
    spent         int  not null,
    storms        int  not null,
    told_at       timestamptz not null
);
create index on lanes (tenant_id);
