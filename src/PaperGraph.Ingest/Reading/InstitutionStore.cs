using Npgsql;
using PaperGraph.Data.Organizations;
using PaperGraph.Ingest.Organizations;
using PaperGraph.Model;
using PaperGraph.Model.Stated;

namespace PaperGraph.Ingest.Reading;

/// <summary>Stores the institutions that authors belong to, as organizations, with what is said of those that have an id.</summary>
internal static class InstitutionStore
{
    /// <returns>The ids of their organizations, by their accounts.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> StoreAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<(ReadPage Page, ListedPaper Paper)> papers,
        CancellationToken cancellationToken)
    {
        var stated = papers
            .SelectMany(entry => In(entry.Paper).Select(one => (Account: InstitutionAccount.For(one), One: one, entry.Page, entry.Paper)))
            .ToList();
        if (stated.Count == 0) return new Dictionary<string, long>();

        var slugs = stated.GroupBy(entry => entry.Account).ToDictionary(
            group => group.Key, group => group.Select(entry => InstitutionAccount.SlugFor(entry.One)).Min(StringComparer.Ordinal));
        var rows = stated
            .Select(entry => new OrganizationRow(
                entry.Account, entry.One.Name, entry.Page.Record.Source, entry.Paper.ListedOn, Known(entry.One), slugs[entry.Account]))
            .Distinct()
            .ToList();
        var ids = await OrganizationUpserts.UpsertAsync(transaction, rows, cancellationToken);
        await InstitutionUpserts.UpsertAsync(
            transaction,
            stated.Where(entry => InstitutionAccount.IsId(entry.Account)).Select(entry => new Institution
            {
                Account = entry.Account,
                Ror = entry.One.Ror,
                CountryCode = entry.One.CountryCode,
                Ancestors = [.. entry.One.AncestorIds.Select(InstitutionAccount.FromOpenAlex)],
            }),
            cancellationToken);
        return rows.Zip(ids).DistinctBy(pair => pair.First.Account).ToDictionary(pair => pair.First.Account, pair => pair.Second);
    }

    /// <summary>All institutions that a listing names, each once.</summary>
    public static IEnumerable<StatedInstitution> In(ListedPaper paper) =>
        paper.Details is { Authors: { Count: > 0 } authors }
            ? authors.SelectMany(author => author.Institutions).DistinctBy(one => (InstitutionAccount.For(one), one.Name))
            : [];

    private static KnownRow? Known(StatedInstitution institution) =>
        OrganizationDirectory.Shipped.Institution(institution.Ror, institution.Name) is { } known
            ? new KnownRow(known.Slug, known.Name)
            : null;
}
