using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;
using PaperGraph.Model;

namespace PaperGraph.Graph.Tests;

/// <summary>Links the seeded papers by what Seed.sql says of them: what is stored of a link cannot be written by hand.</summary>
internal static class SeedLinks
{
    public static async Task StoreAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var rows = await LinkableReads.ReadAsync(transaction, [1, 2, 3, 4, 5], CancellationToken.None);
        var papers = rows.Select(Paper).ToList();
        await FeaturesUpserts.ReplaceAsync(
            transaction,
            [.. papers.Select(paper => Row(paper.Id, PaperFeatures.From(paper)))],
            PaperLinker.Version,
            CancellationToken.None);

        var linker = new PaperLinker();
        foreach (var paper in papers) linker.Add(paper);
        await LinkUpserts.ReplaceAsync(transaction, [.. linker.Link().Select(Row)], CancellationToken.None);
        await transaction.CommitAsync();
    }

    private static FeaturesRow Row(long paper, PaperFeatures features) =>
        new(paper, 0, features.Packed, features.Concepts, features.Organizations, features.Repositories);

    private static LinkedPaper Row(PaperLinks links) => new(
        links.PaperId,
        links.Levels,
        [.. links.Related.Select(related => related.PaperId)],
        [.. links.Related.Select(related => related.Score)]);

    private static LinkablePaper Paper(LinkablePaperRow row) => new(
        row.Id,
        row.Identity,
        [.. Targets(row.ConceptIds, row.ConceptKeys).Select((concept, i) =>
            new LinkableConcept(concept, EnumName.Parse<ConceptKind>(row.Kinds[i]), row.Weights[i], PaperWords.In([row.Surfaces[i]])))],
        PaperWords.From(new PaperText(row.Title, row.Abstract)),
        Targets(row.OrganizationIds, row.OrganizationSlugs),
        Targets(row.RepositoryIds, row.RepositoryKeys));

    private static LinkableEntity[] Targets(long[] ids, string[] keys) => [.. ids.Zip(keys, (id, key) => new LinkableEntity(id, key))];
}
