using Npgsql;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Network;
using PaperGraph.Data.Tests.GeneratedGraph;
using PaperGraph.Model;
using PaperGraph.Network;

namespace PaperGraph.Data.Tests.Network;

public sealed class GraphSnapshotReadsTests(SmallGeneratedGraph generated) : IClassFixture<SmallGeneratedGraph>, IAsyncLifetime
{
    private readonly NpgsqlDataSource database = DataSources.Create(generated.ConnectionString);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Every_edge_of_the_database_is_in_memory_with_its_kind_and_no_other()
    {
        var graph = await ReadAsync();

        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            foreach (var edge in graph.EdgesOf(node))
            {
                if (edge.Target < node) continue;
                var kind = EnumName.For(graph.Nodes.EdgeKindOf(node, edge));
                found[kind] = found.GetValueOrDefault(kind) + 1;
            }
        }
        var stored = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var kind in await TextsAsync("""
            select c.kind from paper_concepts e join concepts c on c.id = e.concept_id
            union all select 'TOPIC' from paper_topics
            union all select 'ORGANIZATION' from (select distinct paper_id, organization_id from paper_organizations) e
            union all select 'REPOSITORY' from paper_repositories
            union all select 'AUTHOR' from (select distinct paper_id, author_id from authorships) e
            union all select 'OWNER' from repositories where organization_id is not null
            union all
            select 'CITATION'
            from (select distinct least(paper_id, cited_paper_id), greatest(paper_id, cited_paper_id) from citations) e
            union all
            select 'RELATED'
            from (
              select least(paper_id, id), greatest(paper_id, id) from related_papers, unnest(related_ids[1:10]) as id
              except
              select least(paper_id, cited_paper_id), greatest(paper_id, cited_paper_id) from citations) e
            """)) stored[kind] = stored.GetValueOrDefault(kind) + 1;
        found.ShouldBe(stored);
    }

    [Fact]
    public async Task An_edge_weighs_what_the_database_says_in_248_steps()
    {
        var graph = await ReadAsync();

        foreach (var row in await TextsAsync("select concat_ws(' ', paper_id, concept_id, weight) from paper_concepts limit 100"))
        {
            var values = row.Split(' ');
            graph.Nodes.TryFind(NodeKind.Paper, long.Parse(values[0]), out var paper).ShouldBeTrue();
            graph.Nodes.TryFind(NodeKind.Concept, long.Parse(values[1]), out var concept).ShouldBeTrue();
            graph.EdgesOf(paper).ToArray().Single(edge => edge.Target == concept).Weight
                .ShouldBe(float.Parse(values[2], System.Globalization.CultureInfo.InvariantCulture), 0.004);
        }
    }

    [Fact]
    public async Task An_organization_has_the_roles_in_a_paper_that_the_database_says()
    {
        var graph = await ReadAsync();

        foreach (var row in await TextsAsync("""
            select concat_ws(' ', paper_id, organization_id, string_agg(role, ' ' order by role))
            from paper_organizations
            group by paper_id, organization_id
            limit 100
            """))
        {
            var values = row.Split(' ');
            graph.Nodes.TryFind(NodeKind.Paper, long.Parse(values[0]), out var paper).ShouldBeTrue();
            graph.Nodes.TryFind(NodeKind.Organization, long.Parse(values[1]), out var organization).ShouldBeTrue();
            graph.TryFindEdge(paper, organization, out var edge).ShouldBeTrue();
            Enum.GetValues<OrganizationRole>().Where(edge.Has).Select(EnumName.For).Order(StringComparer.Ordinal).ShouldBe(values[2..]);
        }
    }

    /// <summary>So few papers have more authors and concepts each than many, of which a node is shared by more.</summary>
    [Fact]
    public async Task It_takes_few_bytes_and_its_size_is_estimated_before()
    {
        var graph = await ReadAsync();

        (graph.Size / SmallGeneratedGraph.Papers).ShouldBeLessThan(200);
        ((double)(await GraphSnapshotReads.EstimateSizeAsync(database, CancellationToken.None))!.Value)
            .ShouldBe(graph.Size, graph.Size * 0.2);
    }

    [Fact]
    public async Task What_takes_more_than_it_may_is_not_read_to_its_end() =>
        (await Should.ThrowAsync<GraphTooLargeException>(
            () => GraphSnapshotReads.ReadAsync(database, maxSize: 30_000, CancellationToken.None)))
        .Message.ShouldBe("The graph takes more than 30.0 kB in memory.");

    [Fact]
    public async Task An_import_is_seen_while_it_runs_and_has_changed_the_state_when_it_is_over()
    {
        var before = await GraphSnapshotReads.StateAsync(database, CancellationToken.None);
        before.IsImporting.ShouldBeFalse();

        await using var connection = await database.OpenConnectionAsync();
        var run = await ImportRunStore.BeginAsync(connection, ["a"], DateTimeOffset.UtcNow, CancellationToken.None);
        (await GraphSnapshotReads.StateAsync(database, CancellationToken.None)).IsImporting.ShouldBeTrue();
        await ImportRunStore.EndAsync(
            connection, run, ImportState.Done, new ImportCounts(), DateTimeOffset.UtcNow, CancellationToken.None);

        var after = await GraphSnapshotReads.StateAsync(database, CancellationToken.None);
        after.IsImporting.ShouldBeFalse();
        after.State.ShouldNotBe(before.State);
    }

    private Task<GraphSnapshot> ReadAsync() => GraphSnapshotReads.ReadAsync(database, long.MaxValue, CancellationToken.None);

    private async Task<List<string>> TextsAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }
}
