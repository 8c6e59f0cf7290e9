using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PaperGraph.Data.Imports;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Papers;

/// <summary>The events of <c>Subscription.paperAdded</c>.</summary>
internal static class NewPapers
{
    /// <summary>The longest pause before a query is run again, as a multiple of the time that the failure asks for.</summary>
    private const int MaxPauseFactor = 10;

    /// <exception cref="FieldFailureException">The filter breaks one of its limits.</exception>
    public static IAsyncEnumerable<object?> Subscribe(FieldContext field)
    {
        return ListenAsync(field, PaperLists.Where(field), Paper.Entity.Select(field.Selection.Names), field.CancellationToken);
    }

    /// <summary>Each subscriber reads at its own pace, so that a large import makes nobody too slow.</summary>
    private static async IAsyncEnumerable<object?> ListenAsync(
        FieldContext field,
        CompiledFilter? filter,
        SelectedColumns<Paper> columns,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var runner = field.Services.GetRequiredService<IDataRequestRunner>();
        if (filter?.Guard is { } guard) await RunAsync(runner, () => guard, cancellationToken);
        var told = default(long?);
        await foreach (var last in field.Services.GetRequiredService<ImportNotifications>().ListenAsync(cancellationToken))
        {
            while (told < last)
            {
                var page = await RunAsync(runner, () => new NewPapersQuery(told!.Value, last, filter?.Where, columns), cancellationToken);
                foreach (var paper in page.Papers) yield return paper;
                told = page.IsLast ? last : page.Papers[^1].Key;
            }
            told = last;
        }
    }

    /// <summary>Waits for a database that is busy or away for as long as the subscriber does.</summary>
    private static async Task<TQuery> RunAsync<TQuery>(
        IDataRequestRunner runner, Func<TQuery> make, CancellationToken cancellationToken)
        where TQuery : DataRequest
    {
        for (var pauses = 1; ; pauses++)
        {
            try
            {
                var query = make();
                await runner.RunAsync([query], cancellationToken);
                return query.Failure is null ? query : throw query.Failure;
            }
            catch (FieldFailureException passing) when (passing.Failure.RetryAfter is not null)
            {
                await Task.Delay(passing.Failure.RetryAfter.Value * Math.Min(pauses, MaxPauseFactor), cancellationToken);
            }
        }
    }
}

/// <summary>Reads papers in the order of their ids, one page after the other.</summary>
/// <param name="after">The last id of the page before.</param>
/// <param name="last">The last id of all pages.</param>
internal sealed class NewPapersQuery(long after, long last, SqlFragment? where, SelectedColumns<Paper> columns) : SqlQuery
{
    private const int PageSize = 100;

    public List<Paper> Papers { get; } = [];

    public bool IsLast => Papers.Count < PageSize;

    public override IEnumerable<string> Types => [SqlType.Bigint, .. columns.Types];

    public override void Clear() => Papers.Clear();

    public override void Write(SqlText sql) => sql.Append($"""
        select p.id{columns.Words}
        from papers p
        where p.id > {after} and p.id <= {last}{where}
        order by p.id
        limit {RawSql.Number(PageSize)}
        """);

    public override void Take(SqlRow row) => Papers.Add(columns.Read(row, row.GetInt64(0), 1));

    public override object? ValueFor(object parent) => Papers;
}
