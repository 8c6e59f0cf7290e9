using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Search;
using PaperGraph.Data.Stages;
using PaperGraph.Ingest.Code;
using PaperGraph.Model.Links;

namespace PaperGraph.Ingest.Organizations;

/// <summary>
/// Makes of what listings and links name the organizations, their tree, and the edges of papers to those that own their code. All of
/// it follows from the collection as a whole: a repository of an account is an organization's also where another paper, met
/// earlier or later, names that. Nothing is read where nothing has changed.
/// </summary>
internal static class OrganizationStage
{
    private const string Rules = "3";

    /// <summary>Changes with the rules and with what is known of organizations.</summary>
    public static string Version => $"{Rules}.{OrganizationDirectory.Shipped.Digest}";

    public static async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var last = await StageStateStore.BeginAsync(transaction, DerivingStage.Organizations, cancellationToken);
        if (last is not null && last.Is(Version, await OrganizationReads.DigestAsync(transaction, cancellationToken))) return;

        await TableStatistics.RefreshAsync(transaction, cancellationToken);
        await SearchNameMerge.BeginAsync(transaction, cancellationToken);
        var plan = OrganizationPlanner.Plan(
            OrganizationDirectory.Shipped,
            await OrganizationReads.ReadAsync(transaction, cancellationToken),
            await OrganizationReads.AccountsAsync(transaction, cancellationToken),
            await OrganizationReads.InstitutionsAsync(transaction, cancellationToken),
            (await OrganizationReads.RepositoriesAsync(transaction, cancellationToken)).Select(ToOwned).OfType<OwnedThing>(),
            (await OrganizationReads.ResourcesAsync(transaction, cancellationToken)).Select(ToOwned).OfType<OwnedThing>());
        await OrganizationMerge.ApplyAsync(transaction, plan, cancellationToken);
        await SearchNameMerge.ApplyAsync(transaction, cancellationToken);
        var state = new StageState
        {
            Stage = DerivingStage.Organizations,
            Version = Version,
            Seen = await OrganizationReads.DigestAsync(transaction, cancellationToken),
        };
        await StageStateStore.WriteAsync(transaction, state, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static OwnedThing? ToOwned(AddressRow row) =>
        LinkTargetParser.Parse(row.Url) is { } target && Owners.Find(target) is { } account
            ? new OwnedThing(row.Id, new Uri(row.Url).Host, account)
            : null;
}
