-- Every version of an organization, with who made it and why. Policies have theirs in policy_versions.
create table organization_versions (
    organization_id text        not null,
    version         bigint      not null,
    tenant_id       text        not null generated always as (body ->> 'tenantId') stored,
    body            json        not null,
    author          text        not null,
    reason          text,
    published_at    timestamptz not null,
    primary key (organization_id, version)
);
insert into organization_versions (organization_id, version, body, author, published_at)
select id, version, body, 'unknown', changed_at from organizations;

-- One document names few of the many customers, sites and users.
create index on reference_items (connection_id, kind, item_id);
