using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Organizations;

/// <summary>
/// Makes the organizations, and the edges of those that own code, what a plan says; can be run again with the same result. Ids and
/// slugs of organizations that are merged into others go on leading to those.
/// </summary>
public static partial class OrganizationMerge
{
    public static async Task ApplyAsync(NpgsqlTransaction transaction, OrganizationPlan plan, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Planned.FillAsync(transaction, plan.Organizations, cancellationToken);
        await PlannedNames.FillAsync(
            transaction,
            plan.Organizations.SelectMany(one => one.Known?.Names.Select(name => (one.Slug, name)) ?? []),
            cancellationToken);
        await OwnedRepositories.FillAsync(transaction, plan.Repositories, cancellationToken);
        await OwnedResources.FillAsync(transaction, plan.Resources, cancellationToken);

        await transaction.ExecuteAsync(BeginRecount, cancellationToken);
        await transaction.ExecuteAsync(InsertKnown, cancellationToken);
        if (plan.Merged.Count > 0)
        {
            await MergedRows.FillAsync(transaction, plan.Merged, cancellationToken);
            await transaction.ExecuteAsync(Merge, cancellationToken);
        }
        await transaction.ExecuteAsync(UpdateOwners, cancellationToken);
        await transaction.ExecuteAsync(
            $"create temporary table owners_of_code on commit drop as {OwnersOfCode}; analyze owners_of_code", cancellationToken);
        await transaction.ExecuteAsync(UpdateEdges, cancellationToken);
        await transaction.ExecuteAsync("drop table owners_of_code", cancellationToken);
        await transaction.ExecuteAsync(DeleteOthers, cancellationToken);
        await transaction.ExecuteAsync(Recount, cancellationToken);
        await transaction.ExecuteAsync(
            UpdateNames,
            cancellationToken,
            ("known", NameSources.Known),
            ("account", NameSources.Account),
            ("other", NameSources.Other),
            ("worst_first", SourceRank.WorstFirst.ToArray()));
    }
}
