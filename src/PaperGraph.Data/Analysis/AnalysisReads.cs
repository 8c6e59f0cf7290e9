using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Analysis;

/// <summary>Reads what an analysis needs beside the graph.</summary>
public static class AnalysisReads
{
    private const string LastSeen = "select version, paper_count from analysis_runs order by id desc limit 1";

    private const string NewPapers = "select count(*) from (select from paper_ranks where rank_order = -1 limit @most) as fresh";

    private const string Names = "select id, name, kind from concepts where id = any(@ids)";

    private const string Communities = "select paper_id, community_id from paper_ranks where community_id is not null";

    /// <summary>The last analysis; null where there was none.</summary>
    public static async Task<AnalysisRun?> LastAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var context = await transaction.CreateContextAsync(cancellationToken);
        return await context.AnalysisRuns.AsNoTracking().OrderByDescending(run => run.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>By what rules the last analysis was made, and how many papers it has seen; null where there was none.</summary>
    /// <remarks>By SQL: each import asks it, and mostly nothing else.</remarks>
    public static async Task<(string Version, int Papers)?> LastSeenAsync(
        NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var seen = await transaction.QueryAsync(LastSeen, reader => (reader.GetString(0), reader.GetInt32(1)), cancellationToken);
        return seen.Count == 0 ? null : seen[0];
    }

    /// <summary>The communities of the most papers.</summary>
    public static async Task<IReadOnlyList<Community>> LargestAsync(
        NpgsqlDataSource dataSource, int most, CancellationToken cancellationToken)
    {
        await using var context = dataSource.CreateContext();
        return await context.Communities
            .AsNoTracking()
            .OrderByDescending(community => community.PaperCount)
            .ThenByDescending(community => community.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// How many papers no analysis has seen; where they are more than <paramref name="most"/>, that. It takes as long as these are many,
    /// and no longer because of all others.
    /// </summary>
    public static async Task<long> CountNewPapersAsync(NpgsqlTransaction transaction, long most, CancellationToken cancellationToken) =>
        (await transaction.QueryAsync(NewPapers, reader => reader.GetInt64(0), cancellationToken, ("most", most))).Single();

    /// <summary>What some concepts are called, by id.</summary>
    public static async Task<IReadOnlyDictionary<long, (string Name, ConceptKind Kind)>> ConceptNamesAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var names = await transaction.QueryAsync(
            Names,
            reader => (Id: reader.GetInt64(0), Name: reader.GetString(1), Kind: EnumName.Parse<ConceptKind>(reader.GetString(2))),
            cancellationToken,
            ("ids", ids.ToArray()));
        return names.ToDictionary(name => name.Id, name => (name.Name, name.Kind));
    }

    /// <summary>The community of each paper that has one.</summary>
    public static async Task<IReadOnlyList<(long PaperId, long CommunityId)>> CommunitiesOfPapersAsync(
        NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(Communities, reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellationToken);
}
