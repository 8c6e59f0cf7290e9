namespace PaperGraph.Ingest.Tests;

/// <summary>Real pages and recorded days.</summary>
public sealed class SharedDocumentsTests
{
    private static readonly string[] Pages = ["000_09df48f53720b3b9.txt", "001_85dd88f921ca3ce1.txt", "004_974cebb1102997b5.txt"];

    [SkippableFact]
    public async Task Three_pages_hold_202_listings_of_197_papers_in_whatever_order_they_come()
    {
        SharedData.Require("pages");
        await using var database = await ImportDatabase.CreateAsync();

        var result = await database.ImportAsync([.. Pages.Select(Page)]);

        result.ProblemCount.ShouldBe(0, string.Join('\n', result.Problems));
        (result.Pages, result.PapersAdded, result.ListingsAdded).ShouldBe((3, 197, 202));
        (await database.RowsAsync("""
            select left(regexp_replace(g.name, '.*/', ''), 3), count(*), count(l.author_count), count(l.published_on), sum(l.comment_count),
                (select string_agg(o.slug || ' = ' || o.name, ', ' order by o.slug)
                    from organizations o
                    where exists (select from listings x where x.page_id = g.id and x.organization_id = o.id))
            from pages g join listings l on l.page_id = g.id
            group by g.id
            order by g.name
            """)).ShouldBe("""
            000 | 48 | 45 | 47 | 22 | gensyn = Gensyn, zyphra = Zyphra
            001 | 85 | 83 | 84 | 22 | tencent = Tencent
            004 | 69 | 0 | 0 | - | -
            """);

        var before = await database.RowVersionsAsync();
        foreach (var page in Pages.Reverse()) await database.ImportAsync(Page(page));
        (await database.RowVersionsAsync()).ShouldBe(before);
    }

    [SkippableFact]
    public async Task Every_quote_of_the_pages_is_the_slice_of_the_stored_text()
    {
        SharedData.Require("pages");
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync([.. Pages.Select(Page)]);

        (await QuotesAsync(database)).ShouldBeGreaterThan(1_000);
    }

    [SkippableFact]
    public async Task Sixty_four_days_of_JSON_are_read_without_a_problem_and_quotes_are_slices_of_their_texts()
    {
        SharedData.Require("hf-daily");
        await using var database = await ImportDatabase.CreateAsync();
        var days = Directory.GetFiles(SharedData.Combine("hf-daily"), "*.json").Order(StringComparer.Ordinal).ToArray();

        var result = await database.ImportAsync([.. days.Select(ImportSource.File)]);

        result.Problems.ShouldBeEmpty();
        result.Pages.ShouldBe(64);
        (await database.RowsAsync(
                "select count(*) filter (where related_ids <> '{}') > 0.9 * (select count(*) from papers) from related_papers"))
            .ShouldBe("yes");
        (await QuotesAsync(database)).ShouldBeGreaterThan(10_000);
        (await database.RowsAsync(Trees)).ShouldBe("""
            alibaba | 23 | aidc-ai alibaba-amap alibaba-cloud alibaba-damo qwen rtp-llm tongyi wan-ai
            bytedance | 17 | bytedance bytedance-research bytedance-seed
            google | 7 | google google-deepmind
            meta | 2 | facebook
            nvidia | 13 | nvidia nvidia-nemo nvlabs
            tencent | 20 | tencent tencent-hunyuan tencentarc
            """);
        (await database.RowsAsync("""
            select o.slug
            from organizations o
            where not exists (select from organization_slugs s where s.organization_id = o.id and s.is_stated)
                and not exists (select from organization_names n where n.organization_id = o.id and n.source = 'known-organizations')
            """)).ShouldBe("", "each is stated or known");
    }

    /// <summary>Companies with the papers of their whole tree, and the organizations in it that are in papers themselves.</summary>
    private const string Trees = """
        with recursive tree (root, id) as (
            select id, id from organizations where parent_id is null
            union all
            select tree.root, o.id from organizations o join tree on o.parent_id = tree.id
        )
        select r.slug, count(distinct e.paper_id), string_agg(distinct o.slug, ' ' order by o.slug)
        from tree
        join organizations r on r.id = tree.root
        join organizations o on o.id = tree.id
        join paper_organizations e on e.organization_id = tree.id
        where r.slug in ('alibaba', 'bytedance', 'google', 'meta', 'nvidia', 'tencent')
        group by r.slug
        order by r.slug
        """;

    /// <summary>Holds every quote against the stored text.</summary>
    /// <returns>How many there are.</returns>
    private static async Task<int> QuotesAsync(ImportDatabase database)
    {
        await using var command = database.DataSource.CreateCommand("""
            select case m.field when 'TITLE' then p.title else p.abstract end, m.start, m.length, m.surface
            from mentions m join papers p on p.id = m.paper_id
            union all
            select case e.field when 'TITLE' then p.title else p.abstract end, e.start, e.length, e.quote
            from evidence e join papers p on p.id = e.paper_id
            where e.start is not null
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var quotes = 0;
        for (; await reader.ReadAsync(); quotes++)
            reader.GetString(0).Substring(reader.GetInt32(1), reader.GetInt32(2)).ShouldBe(reader.GetString(3));
        return quotes;
    }

    private static ImportSource Page(string name) => ImportSource.File(SharedData.Combine("pages", name));
}
