using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.Concepts;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Links;
using PaperGraph.Ingest.Faults;
using PaperGraph.Model;

namespace PaperGraph.Ingest.Linking;

/// <summary>The papers between which links are found, made of what is stored.</summary>
internal static class LinkablePapers
{
    /// <summary>In the order of their ids, without those that cannot be made of what is stored.</summary>
    /// <param name="fault">Called for each of these.</param>
    public static async IAsyncEnumerable<LinkablePaper> ReadAsync(
        NpgsqlTransaction transaction, Action<PaperFault> fault, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in LinkableReads.ReadAsync(transaction, cancellationToken))
        {
            LinkablePaper paper;
            try
            {
                paper = From(row);
            }
            catch (Exception exception) when (PaperFault.IsOne(exception))
            {
                fault(new PaperFault(row.Id, exception));
                continue;
            }
            yield return paper;
        }
    }

    private static LinkablePaper From(LinkablePaperRow row)
    {
        var kinds = Array.ConvertAll(row.Kinds, StoredName.Parse<ConceptKind>);
        return new LinkablePaper(
            row.Id,
            row.Identity,
            [.. Targets(row.ConceptIds, row.ConceptKeys).Select((concept, i) => new LinkableConcept(
                concept, kinds[i], row.Weights[i], PaperWords.In([row.Surfaces[i]])))],
            PaperWords.From(new PaperText(row.Title, row.Abstract)),
            Targets(row.OrganizationIds, row.OrganizationSlugs),
            Targets(row.RepositoryIds, row.RepositoryKeys))
        { KeyphraseWeights = row.KeyphraseWeights };
    }

    private static LinkTarget[] Targets(long[] ids, string[] keys) => [.. ids.Zip(keys, (id, key) => new LinkTarget(id, key))];
}
