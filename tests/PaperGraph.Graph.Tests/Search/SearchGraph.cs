using Npgsql;

namespace PaperGraph.Graph.Tests.Search;

/// <summary>The seeded graph with papers, and names, that searches have gone wrong with.</summary>
public sealed class SearchGraph() : GraphDatabase("search")
{
    public const int LotPapers = 1_200;

    protected override async Task PrepareAsync(string connectionString)
    {
        await base.PrepareAsync(connectionString);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"""
            select setval(pg_get_serial_sequence(name, 'id'), 1000)
            from unnest(array['papers', 'authors', 'concepts', 'repositories']) as name;
            insert into papers (identity, slug, title, abstract, published_on, published_on_inferred, upvote_count, imported_at)
            values
              ('t:1', 't-1', 'Twenty-seven', 'We compare training/inference budgets of encoder/decoder stacks; <think> tokens; Qwen2.5-VL.',
                '2024-05-06', false, 3, now()),
              ('t:2', 't-2', 'On the Fréchet Distance of 100% of a:b (and c\d)', 'Fine-tuned on Vast-QA.', '2024-05-07', false, 3, now()),
              ('t:3', 't-3', 'Memory', 'Short.', '2010-01-01', false, null, now()),
              ('t:4', 't-4', 'Memory in Memory about Memory: Memory of Memory', 'Memory, memory, memory.', '2026-01-01', false, 900, now()),
              ('t:5', 't-5', 'Mamboid: Sequences in Linear Time', 'A state space.', '2023-12-01', false, 50, now()),
              ('t:7', 't-7', 'Read Some Words', 'Words to read in words.', '2026-12-01', false, 900, now()),
              ('t:8', 't-8', 'Reading Side by Side: Words to Read', 'Nothing else.', '2020-12-01', false, 5, now()),
              ('t:9', 't-9', 'What Is It and Why', 'Nobody knows.', '2019-12-01', false, 5, now()),
              ('t:6', 't-6', 'What Mamboid Cannot Do', 'It cannot.', '2025-12-01', false, 500, now());
            insert into papers (identity, slug, title, abstract, published_on, published_on_inferred, upvote_count, imported_at)
            select 'lot:' || i, 'lot-' || i,
              case when i % 10 = 0 then 'Lots of Plankton' else 'Number' end || ' ' || i,
              'Plankton is in all of these.' || case when i % 3 = 0 then ' Krill is in some.' else '' end,
              case when i % 100 = 1 then null else date '2024-01-01' + i % 500 end, false, i % 7, now()
            from generate_series(1, {LotPapers}) i;
            insert into paper_keys (kind, key, paper_id)
            select 'TITLE', lower(regexp_replace(title, '[^A-Za-z0-9]', '', 'g')), id from papers where identity like 't:%';
            insert into paper_keys (kind, key, paper_id)
            select 'ARXIV', '2405.01234', id from papers where identity = 't:5'
            union all
            select 'DOI', '10.1145/3442188', id from papers where identity = 't:3';
            insert into repositories (host, owner, name, key, url)
            values
              ('github.com', 'Mambo-Lab', 'linear', 'github.com/mambo-lab/linear', 'https://github.com/Mambo-Lab/linear'),
              ('github.com', 'other', 'mambo-lab-linear', 'github.com/other/mambo-lab-linear', 'https://github.com/other/mambo-lab-linear');
            insert into paper_repositories (paper_id, repository_id, published_order)
            select p.id, r.id, p.published_order
            from papers p
            join repositories r on (p.identity in ('t:5', 't:6')) = (r.owner = 'Mambo-Lab')
            where p.identity in ('t:5', 't:6', 't:2');
            insert into concepts (slug, name, kind, key, paper_count, specificity)
            select 'search-' || i, name, 'MODEL', 'search' || i, papers, 0
            from unnest(array['GPT-4', 'GPT-4o', 'GPT-4 Vision', 'Zed Attention'], array[5, 60, 30, 30])
              with ordinality as made (name, papers, i);
            insert into concept_names (concept_id, name, key, mention_count, origin)
            select id, name, key, 1, 'TEXT' from concepts where slug like 'search-%';
            insert into authors (slug, name, name_key, paper_count)
            select 'a-' || i, 'Zed' || chr(97 + i % 26) || ' Zorn' || translate(i::text, '0123456789', 'abcdefghij'), 'a-' || i, i
            from generate_series(1, 300) i;
            analyze;
            """);
        await command.ExecuteNonQueryAsync();
    }
}
