using Npgsql;
using PaperGraph.Data.Organizations;
using PaperGraph.Ingest.Organizations;
using PaperGraph.Model;
using PaperGraph.Model.Stated;

namespace PaperGraph.Ingest.Reading;

/// <summary>
/// Stores the institutions that authors belong to, and those of which there are records, as organizations, with what is said of those that
/// have an id. Papers and records lead to one organization by the id, whichever come first.
/// </summary>
internal static class InstitutionStore
{
    /// <returns>The ids of their organizations, by their accounts.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> StoreAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<(ReadPage Page, ListedPaper Paper, int? Line)> papers,
        CancellationToken cancellationToken)
    {
        var stated = papers
            .SelectMany(entry => In(entry.Paper).Select(one => new Named(one, entry.Page.Record.Source, entry.Paper.ListedOn)))
            .ToList();
        if (stated.Count == 0) return new Dictionary<string, long>();
        var (organizations, _) = await StoreAsync(transaction, stated, cancellationToken);
        return organizations;
    }

    /// <returns>How many of the institutions were not stored before, and of how many others something else was.</returns>
    public static async Task<(int Added, int Changed)> StoreRecordsAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<(ReadPage Page, StatedInstitution Institution)> records,
        CancellationToken cancellationToken)
    {
        var stated = records.SelectMany(record => record.Institution.Parents.Prepend(record.Institution)
            .Select(one => new Named(one, record.Page.Record.Source, SeenOn: null)));
        var (_, accounts) = await StoreAsync(transaction, [.. stated], cancellationToken);
        var own = records.Select(record => InstitutionAccount.For(record.Institution)).ToHashSet();
        return (own.Count(accounts.Added.Contains), own.Count(accounts.Changed.Contains));
    }

    /// <summary>All institutions that a listing names, each once.</summary>
    public static IEnumerable<StatedInstitution> In(ListedPaper paper) =>
        paper.Details is { Authors: { Count: > 0 } authors }
            ? authors.SelectMany(author => author.Institutions).DistinctBy(one => (InstitutionAccount.For(one), one.Name))
            : [];

    private static async Task<(IReadOnlyDictionary<string, long> Organizations, UpsertedInstitutions Accounts)> StoreAsync(
        NpgsqlTransaction transaction, IReadOnlyList<Named> stated, CancellationToken cancellationToken)
    {
        var slugs = stated.GroupBy(entry => entry.Account).ToDictionary(
            group => group.Key, group => group.Select(entry => InstitutionAccount.SlugFor(entry.One)).Min(StringComparer.Ordinal));
        var rows = stated
            .Select(entry => new OrganizationRow(
                entry.Account, entry.One.Name, entry.Source, entry.SeenOn, Known(entry.One), slugs[entry.Account]))
            .Distinct()
            .ToList();
        var ids = await OrganizationUpserts.UpsertAsync(transaction, rows, cancellationToken);
        var organizations = rows.Zip(ids).DistinctBy(pair => pair.First.Account)
            .ToDictionary(pair => pair.First.Account, pair => pair.Second);
        await OrganizationUpserts.AddOtherNamesAsync(
            transaction,
            [.. stated.SelectMany(entry => entry.One.OtherNames.Select(name => (organizations[entry.Account], name))).Distinct()],
            cancellationToken);
        var accounts = await InstitutionUpserts.UpsertAsync(
            transaction,
            stated.Where(entry => InstitutionAccount.IsId(entry.Account)).Select(entry => new Institution
            {
                Account = entry.Account,
                Ror = entry.One.Ror,
                CountryCode = entry.One.CountryCode,
                Ancestors = [.. entry.One.AncestorIds.Select(InstitutionAccount.FromOpenAlex)],
            }),
            cancellationToken);
        return (organizations, accounts);
    }

    private static KnownRow? Known(StatedInstitution institution) =>
        OrganizationDirectory.Shipped.Institution(institution.Ror, institution.Name) is { } known
            ? new KnownRow(known.Slug, known.Name)
            : null;

    /// <param name="SeenOn">The day of the list that names it.</param>
    private sealed record Named(StatedInstitution One, string Source, DateOnly? SeenOn)
    {
        public string Account { get; } = InstitutionAccount.For(One);
    }
}
