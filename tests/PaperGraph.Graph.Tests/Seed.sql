-- A graph small enough to be known by heart: five papers, two organizations, two repositories, three concepts.

insert into topics (id, slug, name, parent_id, position) overriding system value values
  (1, 'learning', 'Learning', null, 1),
  (2, 'reinforcement-learning', 'Reinforcement learning', 1, 2),
  (3, 'mixture-of-experts', 'Mixture of experts', 1, 3);

insert into organizations (id, slug, name, parent_id) overriding system value values
  (1, 'acme', 'Acme AI', null),
  (2, 'beta', 'Beta Lab', 1);
insert into organization_names (organization_id, name, source) values
  (1, 'Acme AI', 'daily-papers-text'), (1, 'acme', 'hf-json'), (2, 'Beta Lab', 'daily-papers-text');

insert into organization_slugs (slug, organization_id, is_stated) values ('acme', 1, true), ('acme-robotics', 1, false), ('beta', 2, true);
insert into former_organizations (id, organization_id) values (9, 1);

insert into papers
  (id, identity, slug, title, abstract, arxiv_id, url, published_on, published_on_inferred,
   author_count, comment_count, upvote_count, listed_on, imported_at) overriding system value values
  (1, 'arxiv:2402.00001', '2402.00001', 'Group Rewards for Reasoning',
   'We train with group relative policy optimization (GRPO). Code is at https://github.com/acme/group.',
   '2402.00001', 'https://arxiv.org/abs/2402.00001', '2024-02-05', false, 2, 2, 30, '2024-05-02', '2026-01-01T00:00:00Z'),
  (2, 'title:policieswithoutacritic', 'policies-without-a-critic', 'Policies without a Critic',
   'GRPO drops the critic of PPO. Rewards stay.', null, null, '2024-05-01', false, 1, null, 10, '2024-05-02', '2026-01-01T00:00:00Z'),
  (3, 'title:clippingrevisited', 'clipping-revisited', 'Clipping, Revisited',
   'PPO clips the ratio. Code will be released.', null, null, null, false, null, null, null, '2024-05-02', '2026-01-02T00:00:00Z'),
  (4, 'title:asurveyofexperts', 'a-survey-of-experts', 'A Survey of Experts',
   null, null, null, '2023-01-15', true, 7, 1, null, '2024-05-02', '2026-01-03T00:00:00Z'),
  (5, 'title:expertsatscale', 'experts-at-scale', 'Experts at Scale',
   'A mixture of experts, trained by https://github.com/beta/experts.', null, null, '2024-02-05', false, 3, 0, 10, '2024-02-06', '2026-01-03T00:00:00Z');

insert into paper_keys (kind, key, paper_id)
select 'ARXIV', arxiv_id, id from papers where arxiv_id is not null
union all
select 'SLUG', slug, id from papers
union all
select 'TITLE', lower(regexp_replace(title, '[^[:alnum:]]', '', 'g')), id from papers;
insert into paper_keys (kind, key, paper_id) values ('SLUG', 'rewards-of-groups', 1);
insert into former_papers (id, paper_id, identity, slug) values (99, 1, 'title:rewards of groups', 'rewards-of-groups');

insert into pages (id, source, content_hash, name, listed_on, listed_on_inferred, saved_on, imported_at) overriding system value values
  (1, 'daily-papers-text', decode(repeat('01', 32), 'hex'), 'page.txt', '2024-05-02', true, null, '2026-01-01T00:00:00Z'),
  (2, 'hf-json', decode(repeat('02', 32), 'hex'), 'day.json', '2024-02-06', false, null, '2026-01-02T00:00:00Z');
insert into listings
  (id, paper_id, page_id, rank, line, title, title_key, abstract, arxiv_id, published_on, published_on_inferred, author_count, comment_count, upvote_count,
   organization_id, listed_on, listed_on_inferred, star_count, observed_at, last_observed_at, observed_at_stated, digest) overriding system value
select row_number() over (order by page, rank), p.id, page, rank, line, p.title, t.key, p.abstract,
   case page when 2 then p.arxiv_id end, p.published_on, p.published_on_inferred, p.author_count, p.comment_count, case page when 2 then p.upvote_count end,
   organization, y.listed_on, y.listed_on_inferred, case page when 2 then 7 end, y.listed_on::timestamp at time zone 'UTC', y.imported_at, false, rank
from (values (1, 1, 1, 10, 1::bigint), (1, 2, 2, 16, null), (1, 3, 3, 22, null), (1, 4, 4, 28, 2), (2, 1, 1, null, 1), (2, 5, 2, null, null))
  as stated(page, paper, rank, line, organization)
join papers p on p.id = paper
join paper_keys t on t.paper_id = p.id and t.kind = 'TITLE'
join pages y on y.id = page;

insert into authors (id, slug, name, name_key) overriding system value values
  (1, 'ada-lovelace', 'Ada Lovelace', 'ada lovelace'), (2, 'alan-turing', 'Alan Turing', 'alan turing');
insert into former_authors (id, author_id, slug, key) values (9, 1, 'a-lovelace', 'name:a lovelace');
insert into authorships (paper_id, position, author_id, name, published_order)
select paper, position, author, name, p.published_order
from (values (1, 1, 1, 'Ada Lovelace'), (1, 2, 2, 'A. Turing'), (2, 1, 2, 'Alan Turing')) as stated(paper, position, author, name)
join papers p on p.id = paper;

insert into paper_organizations (paper_id, organization_id, role, published_order)
select paper, organization, role, p.published_order
from (values (1, 1, 'SUBMITTED'), (1, 1, 'OWNS_CODE'), (4, 2, 'SUBMITTED'), (5, 2, 'OWNS_CODE')) as stated(paper, organization, role)
join papers p on p.id = paper;
insert into repositories (id, host, owner, name, key, url, organization_id) overriding system value values
  (1, 'github.com', 'acme', 'group', 'github.com/acme/group', 'https://github.com/acme/group', 1),
  (2, 'github.com', 'beta', 'experts', 'github.com/beta/experts', 'https://github.com/beta/experts', 2);
insert into paper_repositories (paper_id, repository_id, is_official, published_order)
select paper, repository, official, p.published_order
from (values (1, 1, true), (5, 2, null)) as stated(paper, repository, official)
join papers p on p.id = paper;
insert into resources (id, kind, url, name) overriding system value values
  (1, 'MODEL', 'https://huggingface.co/acme/group-7b', 'acme/group-7b'), (2, 'PROJECT_PAGE', 'https://acme.github.io/group', null);
insert into paper_resources (paper_id, resource_id) values (1, 1), (1, 2);

insert into evidence
  (paper_id, organization_id, role, repository_id, resource_id, listing_id, source, field, quote, start, length, extractor, version, confidence) values
  (1, 1, 'SUBMITTED', null, null, 1, 'daily-papers-text', 'BYLINE', 'acme Acme AI', null, null, 'daily-papers-text', '1', 1),
  (1, 1, 'OWNS_CODE', null, null, null, 'links', 'ABSTRACT', 'https://github.com/acme/group', 68, 29, 'links', '1', 0.9),
  (4, 2, 'SUBMITTED', null, null, 4, 'daily-papers-text', 'BYLINE', 'beta Beta Lab', null, null, 'daily-papers-text', '1', 1),
  (5, 2, 'OWNS_CODE', null, null, null, 'links', 'ABSTRACT', 'https://github.com/beta/experts', 33, 31, 'links', '1', 0.9),
  (1, null, null, 1, null, null, 'links', 'ABSTRACT', 'https://github.com/acme/group', 68, 29, 'links', '1', 1),
  (5, null, null, 2, null, null, 'links', 'ABSTRACT', 'https://github.com/beta/experts', 33, 31, 'links', '1', 1),
  (1, null, null, null, 1, 5, 'hf-json', 'linkedModels', 'acme/group-7b', null, null, 'hf-json', '1', 1);

insert into concepts (id, slug, name, kind, key, paper_count, specificity) overriding system value values
  (1, 'group-relative-policy-optimization', 'Group Relative Policy Optimization', 'METHOD', 'grouprelativepolicyoptimization', 2, 0.5),
  (2, 'proximal-policy-optimization', 'Proximal Policy Optimization', 'METHOD', 'proximalpolicyoptimization', 2, 0.5),
  (3, 'mixture-of-experts', 'Mixture of Experts', 'MODEL', 'mixtureofexpert', 1, 0.75);
insert into concept_slugs (slug, concept_id) values ('grpo', 1);
insert into former_concepts (id, concept_id) values (9, 1);
insert into concept_names (concept_id, name, key, mention_count, origin) values
  (1, 'group relative policy optimization', 'grouprelativepolicyoptimization', 1, 'TEXT'),
  (1, 'GRPO', 'grpo', 2, 'ABBREVIATION'),
  (2, 'PPO', 'ppo', 2, 'VOCABULARY'),
  (3, 'mixture of experts', 'mixtureofexpert', 1, 'TEXT');
insert into mentions (paper_id, field, start, length, surface, key, kind, score, origin, extractor, version, concept_id, resolved_by, confidence)
select p.id, 'ABSTRACT', position(surface in p.abstract) - 1, length(surface), surface, lower(surface), 'METHOD', 1, 'TEXT', 'concepts', '1',
  concept, 'DOCUMENT', confidence
from (values (1, 'group relative policy optimization', 1, 1.0), (1, 'GRPO', 1, 1.0), (2, 'GRPO', 1, 0.8), (2, 'PPO', 2, 0.9),
  (3, 'PPO', 2, 0.9), (5, 'mixture of experts', 3, 1.0)) as found(paper, surface, concept, confidence)
join papers p on p.id = paper;
insert into mentions (paper_id, field, start, length, surface, key, kind, score, origin, extractor, version)
values (1, 'TITLE', 0, 13, 'Group Rewards', 'groupreward', 'OTHER', 0.5, 'TEXT', 'concepts', '1');
insert into keyphrases (paper_id, key, phrase, weight, mention_keys) values (1, 'groupreward', 'group reward', 0.5, array['groupreward']);
insert into paper_concepts (paper_id, concept_id, weight, published_order)
select paper, concept, weight, p.published_order
from (values (1, 1, 1), (2, 1, 0.75), (2, 2, 0.5), (3, 2, 1), (5, 3, 1)) as found(paper, concept, weight)
join papers p on p.id = paper;
insert into concept_topics (concept_id, topic_id) values (1, 2), (2, 2), (3, 3);
insert into paper_topics (paper_id, topic_id, score, published_order)
select paper, topic, score, p.published_order
from (values (1, 2, 1), (2, 2, 1), (3, 2, 0.5), (5, 3, 1)) as found(paper, topic, score)
join papers p on p.id = paper;

insert into import_runs (id, started_at, finished_at, state, sources, pages, papers_added, papers_changed, listings_added, problems)
overriding system value values
  (1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:05Z', 'DONE', '{page.txt}', 1, 4, 0, 4, 2),
  (2, '2026-01-03T00:00:00Z', null, 'RUNNING', '{day.json,/data}', 1, 1, 1, 2, 0);

insert into import_problems (id, import_run_id, source, file, line, "column", words, message, fingerprint)
overriding system value values
  (1, 1, 'daily-papers-text', 'page.txt', 7, 1, '31 Feb', '“date” is no date. Correct it; until then it is left out.', 1),
  (2, 1, null, 'missing.txt', null, null, '', 'There is no such file. Check the path.', 2),
  (3, 2, 'hf-json', 'day.json', 1, 2, '7', 'This element is no paper of Hugging Face. Give the answer of the API.', 3);

insert into leaderboards
  (id, task, dataset, metric, task_key, dataset_key, metric_key, direction, direction_basis, result_count, paper_count) overriding system value
values
  (1, 'Reasoning', 'Sums-8K', 'Accuracy', 'reasoning', 'sums 8k', 'accuracy', 'HIGHER_IS_BETTER', 'NAME', 5, 3),
  (2, 'Reasoning', 'Sums-8K', 'Perplexity', 'reasoning', 'sums 8k', 'perplexity', 'LOWER_IS_BETTER', 'NAME', 2, 2),
  (3, 'Reasoning', 'Proofs', 'Score', 'reasoning', 'proofs', 'score', 'HIGHER_IS_BETTER', 'ASSUMPTION', 1, 1);
insert into results
  (id, paper_id, leaderboard_id, task, dataset, metric, value, measure, goodness, model, uses_additional_data, code_url, source, source_url)
overriding system value
select row_number() over (), paper, board, b.task, b.dataset, b.metric, value, measure,
  coalesce(case b.direction when 'LOWER_IS_BETTER' then -measure else measure end, '-infinity'), model, more, code,
  'papers-with-code-results', 'https://example.org/board-' || board
from (values
  (1, 1, '90.5%', 90.5, 'GRPO-7B', true, 'https://github.com/acme/group'),
  (2, 1, '90.5', 90.5, 'No critic', null, null),
  (3, 1, '88 ± 0.4', 88, 'Clipped', false, null),
  (3, 1, '80/85', null, 'Clipped, twice', null, null),
  (1, 1, '61,5', 61.5, 'GRPO-1B', null, null),
  (1, 2, '7.5', 7.5, 'GRPO-7B', null, null),
  (2, 2, '5.25', 5.25, null, null, null),
  (5, 3, '0.5', 0.5, 'MoE', null, null)) as stated(paper, board, value, measure, model, more, code)
join leaderboards b on b.id = board;

insert into concept_statements
  (id, page_id, rank, kind, name, keys, full_name, other_names, description, url, homepage_url, introduced_year, paper_title, paper_keys)
overriding system value values
  (1, 2, 1, 'METHOD', 'GRPO', '{grpo,grouprelativepolicyoptimization,grouppo}', 'Group Relative Policy Optimization', '{GroupPO}',
   'Rewards of a group.', 'https://example.org/method/grpo', null, 2024, 'Group Rewards for Reasoning', '{"ARXIV 2402.00001"}'),
  (2, 2, 2, 'DATASET', 'Sums', '{sum,sums8k}', null, '{Sums-8K}', null, null, 'https://example.org/sums', null, null, '{}');
insert into concept_statement_topics (concept_statement_id, topic_id) values (1, 3);

insert into repository_addresses (key, host, owner, name, url, present_key, source, former_id) values
  ('github.com/acme/group', 'github.com', 'acme', 'group', 'https://github.com/acme/group', null, null, null),
  ('github.com/old/group', 'github.com', 'old', 'group', 'https://github.com/old/group', 'github.com/acme/group', 'repository-renames', 9);
insert into repository_renames (key, present_key, source) values
  ('github.com/old/group', 'github.com/acme/group', 'repository-renames');

insert into analysis_runs (id, analyzed_at, duration, version, damping, tolerance, iterations, resolution, seed, modularity,
  node_count, edge_count, paper_count, community_count)
overriding system value values
  (1, '2026-01-01T00:00:00Z', '1 second', '1', 0.85, 1e-9, 9, 1, 1, 0.1, 9, 9, 3, 1),
  (2, '2026-01-04T00:00:00Z', '2.5 seconds', '1', 0.85, 1e-9, 40, 1.5, 7, 0.25, 20, 30, 4, 2);
insert into communities (id, slug, name, paper_count, concept_count, topic_count, organization_count, repository_count, author_count) values
  (1, 'group-relative-policy-optimization', 'Group Relative Policy Optimization', 3, 2, 2, 1, 1, 2),
  (2, 'mixture-of-experts', 'Mixture of Experts', 1, 1, 1, 1, 1, 0);
update paper_ranks r set rank_order = found.rank, degree = found.degree, community_id = found.community
from (values (1, 1.5, 9, 1), (2, 2.25, 5, 1), (3, 0.75, 3, 1), (5, 1.5, 4, 2)) as found(paper, rank, degree, community)
where r.paper_id = found.paper;
update concept_ranks set rank_order = 2.5 - concept_id / 2.0, degree = 2, community_id = case concept_id when 3 then 2 else 1 end;
update topic_ranks set rank_order = 3, degree = 4, community_id = 1 where topic_id = 2;
update organization_ranks set rank_order = 0.5 * organization_id, degree = 2, community_id = organization_id;
update repository_ranks set rank_order = 0.25 * repository_id, degree = 1, community_id = repository_id;
update author_ranks set rank_order = 0.125, degree = 1, community_id = 1 where author_id = 1;
insert into community_concepts (community_id, concept_id, score, paper_count) values (1, 1, 0.5, 2), (1, 2, 0.75, 2), (2, 3, 1, 1);
insert into community_ties (community_id, other_id, weight, edge_count, concept_ids) values (1, 2, 1.5, 3, '{2,99,1}'), (2, 1, 1.5, 3, '{2,99,1}');
