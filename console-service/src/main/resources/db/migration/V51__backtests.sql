-- Jobs that try a draft on events of the past. Whatever ran one told of it at told_at last.
create table backtests (
    id            text primary key,
    policy_id     text        not null,
    tenant_id     text        not null,
    state         text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    read          bigint      not null default 0,
    total         bigint      not null default 0,
    result        json,
    failure       text,
    cancel_wanted boolean     not null default false,
    requested_at  timestamptz not null,
    told_at       timestamptz not null,
    ended_at      timestamptz
);
create index on backtests (requested_at);
