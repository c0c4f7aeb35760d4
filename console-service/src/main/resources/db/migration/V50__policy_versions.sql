-- Every version of a policy that was published, with who published it and why.
create table policy_versions (
    policy_id    text        not null,
    version      bigint      not null,
    tenant_id    text        not null generated always as (body ->> 'tenantId') stored,
    body         json        not null,
    author       text        not null,
    reason       text,
    published_at timestamptz not null,
    primary key (policy_id, version)
);
insert into policy_versions (policy_id, version, body, author, published_at)
select id, version, body, 'unknown', changed_at from policies;

-- What people work on before they publish it: one draft of a policy at most. Its version never comes again.
create sequence policy_draft_versions;
create table policy_drafts (
    policy_id    text primary key,
    version      bigint      not null default nextval('policy_draft_versions'),
    tenant_id    text        not null generated always as (body ->> 'tenantId') stored,
    body         json        not null,
    base_version bigint      not null,
    author       text        not null,
    reason       text,
    changed_at   timestamptz not null
);
