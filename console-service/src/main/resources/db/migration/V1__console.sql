-- Configuration. The document is the truth; what the database must guard is derived from it.
create table policies (
    id         text primary key,
    version    bigint      not null check (version > 0),
    body       json        not null,
    changed_at timestamptz not null,
    tenant_id  text        not null generated always as (body ->> 'tenantId') stored,
    check (id = body ->> 'id'),
    unique (tenant_id, id)
);

create table connections (
    id         text primary key,
    version    bigint      not null check (version > 0),
    body       json        not null,
    changed_at timestamptz not null,
    tenant_id  text        not null generated always as (body ->> 'tenantId') stored,
    policy_id  text generated always as (body ->> 'policyId') stored,
    check (id = body ->> 'id'),
    unique (tenant_id, id),
    foreign key (tenant_id, policy_id) references policies (tenant_id, id)
);
create index on connections (tenant_id, policy_id);

create table organizations (
    id            text primary key,
    version       bigint      not null check (version > 0),
    body          json        not null,
    changed_at    timestamptz not null,
    tenant_id     text        not null generated always as (body ->> 'tenantId') stored,
    parent_id     text generated always as (body ->> 'parentId') stored,
    connection_id text generated always as (body ->> 'connectionId') stored,
    policy_id     text generated always as (body ->> 'policyId') stored,
    check (id = body ->> 'id'),
    check (parent_id <> id),
    unique (tenant_id, id),
    foreign key (tenant_id, parent_id) references organizations (tenant_id, id),
    foreign key (tenant_id, connection_id) references connections (tenant_id, id),
    foreign key (tenant_id, policy_id) references policies (tenant_id, id)
);
create index on organizations (tenant_id, parent_id);
create index on organizations (tenant_id, connection_id);
create index on organizations (tenant_id, policy_id);

-- The last version of what was deleted, so that an id that comes back goes on counting.
create table retired (
    kind    text   not null,
    id      text   not null,
    version bigint not null,
    primary key (kind, id)
);

-- What Kafka has yet to be told. A row without a body says that the object is gone.
create table outbox (
    sequence bigint generated always as identity primary key,
    topic    text        not null,
    key      text        not null,
    version  bigint      not null,
    body     json,
    added_at timestamptz not null
);
create index on outbox (topic, key, sequence);

-- History: what the event topics say, in whatever order it arrives.
create table events (
    event_id        text not null,
    source          text not null,
    organization_id text not null,
    kind            text not null,
    tenant_id       text,
    title           text not null,
    dedup_key       text not null,
    occurred_at     timestamptz not null,
    accepted_at     timestamptz not null,
    state           text not null default 'ACCEPTED',
    reason          text,
    detail          text,
    ticket_key      text,
    decided_at      timestamptz,
    primary key (event_id, source, organization_id)
);
create index on events (accepted_at desc, event_id, source, organization_id);
create index on events (organization_id, accepted_at desc);
create index on events (ticket_key, state);
create index on events (dedup_key);
create index on events (state, accepted_at desc);

create table decisions (
    event_id        text not null,
    source          text not null,
    organization_id text not null,
    decided_at      timestamptz not null,
    released        boolean not null,
    outcome         text not null,
    reason          text,
    detail          text,
    tenant_id       text,
    policy_id       text,
    policy_version  bigint,
    rule_id         text,
    rule_name       text,
    customer_id     bigint,
    connection_id   text,
    ticket_key      text,
    primary key (event_id, source, organization_id, decided_at, released)
);

create table requests (
    event_id        text not null,
    source          text not null,
    organization_id text not null,
    ticket_key      text not null,
    tenant_id       text not null,
    decided_at      timestamptz not null,
    primary key (event_id, source, organization_id)
);

create table calls (
    call_id       text primary key,
    ticket_key    text not null,
    tenant_id     text not null,
    connection_id text not null,
    operation     text not null,
    attempt       int,
    issued_at     timestamptz,
    result        text,
    http_status   int,
    detail        text,
    ended_at      timestamptz,
    ticket_id     bigint
);
create index on calls (ticket_key);

create table ticket_events (
    event_id        text primary key,
    type            text not null,
    rank            int  not null,
    occurred_at     timestamptz not null,
    tenant_id       text not null,
    connection_id   text not null,
    organization_id text not null,
    ticket_key      text not null,
    source          text not null,
    caused_by       text[] not null,
    ticket_state    text not null,
    ticket_id       bigint,
    ticket_url      text,
    summary         text,
    occurrences     bigint,
    detail          json not null
);
create index on ticket_events (ticket_key, occurred_at desc, rank desc, event_id desc);

create table tickets (
    ticket_key      text primary key,
    tenant_id       text not null,
    connection_id   text not null,
    organization_id text not null,
    source          text not null,
    state           text not null,
    ticket_id       bigint,
    ticket_url      text,
    summary         text,
    occurrences     bigint not null,
    updated_at      timestamptz not null
);
create index on tickets (updated_at desc, ticket_key);
create index on tickets (organization_id, updated_at desc);
create index on tickets (state);
