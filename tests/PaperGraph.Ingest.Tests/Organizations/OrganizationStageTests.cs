using PaperGraph.Model;

namespace PaperGraph.Ingest.Tests.Organizations;

public sealed class OrganizationStageTests
{
    private const string Roles = """
        select p.title, o.slug, e.role
        from paper_organizations e join papers p on p.id = e.paper_id join organizations o on o.id = e.organization_id
        order by 1, 2, 3
        """;

    private const string Told = """
        select o.slug, o.name, parent.slug,
            array(select n.name || ' (' || n.source || ')' from organization_names n where n.organization_id = o.id order by 1),
            array(select r.url from repositories r where r.organization_id = o.id order by 1),
            array(select r.url from resources r where r.organization_id = o.id order by 1),
            array(select s.slug || s.is_stated from organization_slugs s where s.organization_id = o.id order by 1)
        from organizations o left join organizations parent on parent.id = o.parent_id
        order by 1
        """;

    private const string Evidence = """
        select p.title, o.slug, e.role, e.source, e.field, e.start, e.quote, g.name, l.rank
        from evidence e
            join papers p on p.id = e.paper_id
            join organizations o on o.id = e.organization_id
            left join listings l on l.id = e.listing_id
            left join pages g on g.id = l.page_id
        order by 1, 2, 3, 4, 5, 6, 7, 8, 9
        """;

    /// <summary>
    /// An organization that one paper's listing names, papers that link to its accounts, and one that links to somebody's.
    /// </summary>
    private static readonly ImportSource[] Days =
    [
        Day("one.json", Paper(1, "Ponds", "We drain ponds by semantic segmentation.", repository: "https://github.com/Hazel-Grove/ponds")),
        Day("two.json",
            Paper(2, "Hedges", "See https://huggingface.co/hazel-grove/hedge-7b and https://gitlab.com/hazel-grove/tools/cut.")),
        Day("three.json", Paper(3, "Walks", "We walk.", organization: """{"name": "hazel-grove", "fullname": "Hazel Grove"}""")),
        Day("four.json", Paper(4, "Paths", "We take paths.", repository: "https://github.com/ada-of-the-woods/paths")),
        Day("five.json",
            Paper(5, "Ferns", "Ferns grow.", "https://github.com/NVlabs/ferns", """{"name": "BytedanceDouyinContent"}"""),
            Paper(6, "Mosses", "Mosses too. https://gitee.com/nvlabs/moss",
                organization: """{"name": "ByteDance", "fullname": "ByteDance Inc."}""")),
        Day("six.json", Paper(7, "Lichens", "Lichens wait.", "https://github.com/hazel-grove/lichens",
            """{"name": "Hazel-Lab", "fullname": "The Google DeepMind"}""")),
    ];

    [Fact]
    public async Task An_owner_alone_is_no_organization_and_an_account_of_one_is()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(Days);

        (await database.RowsAsync(Roles)).ShouldBe("""
            Ferns | bytedance | SUBMITTED
            Ferns | nvlabs | OWNS_CODE
            Hedges | hazel-grove | OWNS_CODE
            Lichens | google-deepmind | SUBMITTED
            Lichens | hazel-grove | OWNS_CODE
            Mosses | bytedance | SUBMITTED
            Ponds | hazel-grove | OWNS_CODE
            Walks | hazel-grove | SUBMITTED
            """);
        (await database.RowsAsync(
            "select o.slug, o.name, p.slug from organizations o left join organizations p on p.id = o.parent_id order by 1"))
            .ShouldBe("""
            bytedance | ByteDance | -
            google | Google | -
            google-deepmind | Google DeepMind | google
            hazel-grove | Hazel Grove | -
            nvidia | NVIDIA | -
            nvlabs | NVIDIA Labs | nvidia
            """);
        (await database.RowsAsync("select owner, organization_id from repositories where owner = 'ada-of-the-woods'"))
            .ShouldBe("ada-of-the-woods | -");
    }

    [Fact]
    public async Task Names_accounts_and_what_sources_say_all_lead_to_a_known_organization()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(Days);

        (await database.RowsAsync("""
            select o.slug, n.name, n.source
            from organization_names n join organizations o on o.id = n.organization_id
            where n.name in ('GoogleDeepMind', 'deepmind', 'The Google DeepMind', 'Hazel-Lab', 'BytedanceDouyinContent', 'ByteDance Inc.')
            order by n.name, n.source
            """)).ShouldBe("""
            bytedance | ByteDance Inc. | hf-json
            bytedance | ByteDance Inc. | known-organizations
            bytedance | BytedanceDouyinContent | account
            bytedance | BytedanceDouyinContent | hf-json
            bytedance | BytedanceDouyinContent | known-organizations
            google-deepmind | GoogleDeepMind | known-organizations
            google-deepmind | Hazel-Lab | account
            google-deepmind | The Google DeepMind | hf-json
            google-deepmind | deepmind | known-organizations
            """);
    }

    [Fact]
    public async Task Organizations_and_who_owns_code_follow_from_the_papers_in_whatever_order_and_portions_they_come()
    {
        var told = new List<string>();
        for (var seed = 0; seed < 4; seed++)
        {
            var random = new Random(seed);
            var days = (ImportSource[])Days.Clone();
            if (seed > 0) random.Shuffle(days);
            var portion = seed == 0 ? days.Length : 1 + random.Next(3);
            await using var database = await ImportDatabase.CreateAsync();
            foreach (var some in days.Chunk(portion))
                await database.ImportAsync(new ImportOptions { ChunkSize = 1 + random.Next(3) }, some);
            told.Add(
                string.Join('\n', [await database.RowsAsync(Roles), await database.RowsAsync(Told), await database.RowsAsync(Evidence)]));

            var before = await database.RowVersionsAsync();
            await database.ImportAsync(days[0]);
            (await database.RowVersionsAsync()).ShouldBe(before);
        }
        foreach (var one in told) one.ShouldBe(told[0]);
    }

    [Fact]
    public async Task An_edge_to_an_owner_goes_with_the_link_that_proves_it()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(
            Day("day.json", Paper(1, "Ponds", "We drain ponds by semantic segmentation.", repository: "https://github.com/openai/ponds")));
        (await database.RowsAsync(Roles)).ShouldBe("Ponds | openai | OWNS_CODE");

        await using (var command = database.DataSource.CreateCommand("delete from evidence where repository_id is not null"))
            await command.ExecuteNonQueryAsync();
        await database.ImportAsync(Day("other.json", Paper(2, "Walks", "We walk.")));

        (await database.RowsAsync(Roles)).ShouldBe("");
        (await database.RowsAsync("select count(*) from evidence where role = 'OWNS_CODE'")).ShouldBe("0");
    }

    [Fact]
    public async Task A_database_filled_before_loses_owners_and_merges_what_is_one_and_ids_lead_to_the_survivor()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Days);
        var expected = await database.RowsAsync(Roles);
        // As it was stored before: an organization for each account, also of those that a listing never names.
        await using (var command = database.DataSource.CreateCommand("""
            insert into organizations (slug, name)
            values ('qwenlm', 'QwenLM'), ('ada-of-the-woods', 'ada-of-the-woods'), ('bytedancedouyincontent', 'X');
            insert into organization_names (organization_id, name, source)
                select id, name, 'account' from organizations where slug in ('qwenlm', 'ada-of-the-woods');
            insert into organization_names (organization_id, name, source)
                select id, 'BytedanceDouyinContent', 'hf-json' from organizations where slug = 'bytedancedouyincontent';
            delete from organization_slugs where slug = 'bytedancedouyincontent';
            insert into organization_slugs select slug, id, true from organizations where slug = 'bytedancedouyincontent';
            insert into paper_organizations (paper_id, organization_id, role, published_order)
                select p.id, o.id, r.role, p.published_order
                from (values
                    ('Ferns', 'bytedancedouyincontent', 'SUBMITTED'),
                    ('Paths', 'ada-of-the-woods', 'OWNS_CODE'),
                    ('Ferns', 'qwenlm', 'OWNS_CODE')) r (title, slug, role)
                join papers p on p.title = r.title join organizations o on o.slug = r.slug;
            update evidence e set organization_id = o.id
                from organizations o, papers p
                where o.slug = 'bytedancedouyincontent' and p.id = e.paper_id and p.title = 'Ferns' and e.role = 'SUBMITTED';
            delete from paper_organizations e using papers p, organizations o
                where p.id = e.paper_id and o.id = e.organization_id and p.title = 'Ferns' and o.slug = 'bytedance';
            update listings l set organization_id = o.id
                from organizations o, papers p where o.slug = 'bytedancedouyincontent' and p.id = l.paper_id and p.title = 'Ferns';
            delete from stage_states;
            """ + DerivedColumns.CountPapers))
            await command.ExecuteNonQueryAsync();
        var former = await database.RowsAsync("select id from organizations where slug = 'bytedancedouyincontent'");

        await database.ImportAsync(Days[0]);

        (await database.RowsAsync(Roles)).ShouldBe(expected);
        (await database.RowsAsync("select f.id, o.slug from former_organizations f join organizations o on o.id = f.organization_id"))
            .ShouldBe($"{former} | bytedance");
        (await database.RowsAsync(
            "select o.slug from organization_slugs s join organizations o on o.id = s.organization_id where s.slug = "
            + "'bytedancedouyincontent'"))
            .ShouldBe("bytedance");
        (await database.RowsAsync("select slug from organizations order by slug"))
            .ShouldBe("bytedance\ngoogle\ngoogle-deepmind\nhazel-grove\nnvidia\nnvlabs");
    }

    [Fact]
    public async Task Papers_are_not_linked_by_an_owner_who_is_no_organization()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Day("day.json",
            Paper(1, "Ponds", "We drain ponds by semantic segmentation.", repository: "https://github.com/ada-of-the-woods/ponds"),
            Paper(2, "Walks", "They went far with semantic segmentation.", repository: "https://github.com/ada-of-the-woods/walks"),
            Paper(3, "Owls", "Owls sleep during speech recognition.", repository: "https://github.com/openai/owls"),
            Paper(4, "Keys", "A key turned on speech recognition.", repository: "https://github.com/openai/keys")));

        var reasons = await database.ReadReasonsAsync();
        reasons.Where(reason => reason.Kind == ReasonKind.Organization).Select(reason => (reason.Paper, reason.Of))
            .ShouldBe([("Keys", "openai"), ("Owls", "openai")]);
    }

    private static ImportSource Day(string name, params string[] papers) =>
        ImportSource.Text(name, $"[{string.Join(",\n", papers.Select(paper => $$"""{"paper": {{paper}}}"""))}]");

    private static string Paper(int number, string title, string text, string? repository = null, string? organization = null) => $$"""
        {"id": "2406.0000{{number}}", "title": "{{title}}", "summary": "{{text}}", "publishedAt": "2024-06-12T00:00:00.000Z",
         "submittedOnDailyAt": "2024-06-17T00:00:00.000Z"{{(repository is null ? "" : $", \"githubRepo\": \"{repository}\"")}}{{(organization is null ? "" : $", \"organization\": {organization}")}}}
        """;
}
