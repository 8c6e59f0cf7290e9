using PaperGraph.Data.Organizations;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Resources;
using PaperGraph.Data.Tests.Support;
using PaperGraph.Model;

namespace PaperGraph.Data.Tests.Organizations;

public sealed class OrganizationUpsertsTests(MigratedDatabase database) : DatabaseTests(database)
{
    [Fact]
    public async Task An_organization_is_known_by_its_slug_in_any_case()
    {
        var ids = await StoreAsync(Row("Qwen", "Qwen"), Row("tencent", "Tencent"), Row("qwen", "Qwen Team"));

        ids[2].ShouldBe(ids[0]);
        (await RowsAsync("select slug, name from organizations order by slug")).ShouldBe("""
            qwen | Qwen
            tencent | Tencent
            """);
    }

    [Fact]
    public async Task An_organization_is_named_as_the_best_source_called_it_last_whatever_the_order()
    {
        OrganizationRow[] rows =
        [
            new("facebook", "Meta AI", "hf-json", new DateOnly(2024, 6, 1)),
            new("facebook", "AI at Meta", "hf-json", new DateOnly(2025, 6, 1)),
            new("facebook", "Zuck", "daily-papers-text", new DateOnly(2026, 6, 1)),
            new("facebook", "Facebook", "repository-owner"),
        ];
        foreach (var order in Permutations.Create(rows))
        {
            await EmptyAsync();
            foreach (var row in order) await StoreAsync(row);

            (await RowsAsync("select name from organizations")).ShouldBe("AI at Meta");
            (await RowsAsync("select name, source, last_seen_on from organization_names order by name, source")).ShouldBe("""
                AI at Meta | hf-json | 2025-06-01
                Facebook | repository-owner | 
                Meta AI | hf-json | 2024-06-01
                Zuck | daily-papers-text | 2026-06-01
                facebook | account | 
                """);
        }
    }

    [Fact]
    public async Task A_repository_keeps_the_spelling_that_sorts_first()
    {
        RepositoryRow[] rows =
        [
            new("github.com", "openai", "clip", "github.com/openai/clip", "https://github.com/openai/clip"),
            new("github.com", "OpenAI", "CLIP", "github.com/openai/clip", "https://github.com/OpenAI/CLIP"),
        ];
        foreach (var order in Permutations.Create(rows))
        {
            await CommitAsync(t => RepositoryUpserts.UpsertAsync(t, order, CancellationToken.None));
            (await RowsAsync("select host, owner, name, url from repositories"))
                .ShouldBe("github.com | OpenAI | CLIP | https://github.com/OpenAI/CLIP");
        }
    }

    [Fact]
    public async Task A_resource_keeps_the_first_of_the_kinds_that_it_was_called()
    {
        const string Url = "https://example.github.io/";
        ResourceRow[] rows = [new(ResourceKind.Other, Url), new(ResourceKind.ProjectPage, Url), new(ResourceKind.Other, Url, "Example")];
        foreach (var order in Permutations.Create(rows))
        {
            await EmptyAsync();
            foreach (var row in order) await CommitAsync(t => ResourceUpserts.UpsertAsync(t, [row, row], CancellationToken.None));

            (await RowsAsync("select kind, url, name from resources")).ShouldBe($"PROJECT_PAGE | {Url} | Example");
        }
    }

    [Fact]
    public async Task Storing_them_again_writes_no_row()
    {
        await AllAsync();
        var before = await VersionsAsync();

        await AllAsync();

        (await VersionsAsync()).ShouldBe(before);

        async Task AllAsync()
        {
            await StoreAsync(Row("a", "A"), Row("a", "Ah"), Row("B", "B"), Row("c", "Known", new KnownRow("known", "Known of Old")));
            await CommitAsync(t => RepositoryUpserts.UpsertAsync(
                t, [new RepositoryRow("h", "o", "n", "h/o/n", "u")], CancellationToken.None));
            await CommitAsync(t => ResourceUpserts.UpsertAsync(
                t,
                [new ResourceRow(ResourceKind.Model, "m", "M"), new ResourceRow(ResourceKind.Space, "s")],
                CancellationToken.None));
        }
    }

    [Fact]
    public async Task One_that_is_known_keeps_its_name_and_what_sources_call_it_leads_to_it()
    {
        var ids = await StoreAsync(Row("AcmeAI", "Acme AI Team", new KnownRow("acme", "Acme")));
        await StoreAsync(Row("AcmeAI", "Acme Artificial"));

        (await RowsAsync("select id, slug, name from organizations")).ShouldBe($"{ids[0]} | acme | Acme");
        (await RowsAsync("select slug, organization_id, is_stated from organization_slugs")).ShouldBe($"acmeai | {ids[0]} | yes");
        (await RowsAsync("select name, source from organization_names order by name, source")).ShouldBe("""
            Acme | known-organizations
            Acme AI Team | hf-json
            Acme Artificial | hf-json
            AcmeAI | account
            """);
    }

    [Fact]
    public async Task An_account_leads_to_the_known_one_that_any_listing_means_by_it_whatever_the_order()
    {
        OrganizationRow[] rows =
        [
            Row("lab", "Somebody's Lab"), Row("lab", "Beta", new KnownRow("beta", "Beta")),
            Row("LAB", "Acme", new KnownRow("acme", "Acme")),
        ];
        foreach (var order in Permutations.Create(rows))
        {
            await EmptyAsync();
            foreach (var row in order) await StoreAsync(row);

            (await RowsAsync("select s.slug, o.slug from organization_slugs s join organizations o on o.id = s.organization_id"))
                .ShouldBe("lab | acme");
        }
    }

    private static OrganizationRow Row(string account, string name, KnownRow? known = null) =>
        new(account, name, "hf-json", new DateOnly(2025, 1, 1), known);

    private Task<IReadOnlyList<long>> StoreAsync(params OrganizationRow[] rows) =>
        CommitAsync(t => OrganizationUpserts.UpsertAsync(t, rows, CancellationToken.None));
}
