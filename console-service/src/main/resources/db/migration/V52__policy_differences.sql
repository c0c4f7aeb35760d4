-- What drafts in shadow would have decided otherwise.
create table policy_differences (
    id            text primary key,
    policy_id     text        not null,
    tenant_id     text        not null,
    draft_version bigint      not null,
    decided_at    timestamptz not null,
    body          json        not null
);
create index on policy_differences (policy_id, tenant_id, decided_at desc, id);
create index on policy_differences (decided_at);
