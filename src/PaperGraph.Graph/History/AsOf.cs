using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.History;

/// <summary>A query whose papers are told as they were known at some time.</summary>
internal interface IAsOf
{
    /// <summary>The time; null for now.</summary>
    DateTime? AsOf { get; }
}

/// <summary>
/// What was known at some time: papers that a listing had been seen of until then, with the counts that those listings make. Statements
/// that ask for now know nothing of it.
/// </summary>
internal static class AsOf
{
    private static readonly RawSql Seen = new("x.paper_id = p.id and x.observed_at <= ");

    /// <summary>The argument of a field that has it; null for now.</summary>
    public static DateTime? Of(FieldContext field) => field.Argument<DateTime?>("asOf")?.ToUniversalTime();

    /// <summary>The time as which a paper's field has to tell it, since the field above asked for that; null for now.</summary>
    public static DateTime? OfParents(FieldContext field) => field.Prefetch is { } prefetch
        ? (prefetch.Source as IAsOf)?.AsOf
        : field.Parents is [Paper paper, ..] ? paper.AsOf : null;

    /// <summary>That a paper <c>p</c> was known, with <c>and</c> before it.</summary>
    public static SqlFragment Known(DateTime time) => sql =>
        sql.Append($"\n    and exists (select from listings x where {Seen}{time} offset 0)");

    /// <summary>The filter of a list, for what was known.</summary>
    public static CompiledFilter Known(CompiledFilter? filter, DateTime time)
    {
        var known = Known(time);
        return filter is null ? new CompiledFilter(known, Guard: null) : filter with
        {
            Where = sql => sql.Append($"{filter.Where}{known}"),
            Lookups = sql => sql.Append($"{filter.Lookups}{known}"),
            OfPage = filter.OfPage is { } page ? sql => sql.Append($"{page}{known}") : null,
            NeedsDayAlone = false,
        };
    }

    /// <summary>What the columns of <see cref="Paper.EntityAsOf"/> refer to, behind the tables of a statement.</summary>
    public static SqlFragment Beside(DateTime time) => sql => sql.Append($"\ncross join (select {time} as time) as as_of");

    /// <summary>
    /// A column of <see cref="Paper.EntityAsOf"/>: the count of a paper <c>p</c> that the listings seen until then make, as
    /// <c>MergedPaper</c> chooses of all.
    /// </summary>
    public static string Count(string column) => $"""
        (
          select x.{column}
          from listings x
          join pages y on y.id = x.page_id
          where x.paper_id = p.id and x.observed_at <= as_of.time and x.{column} is not null
          order by array_position(array[{Ranks}], y.source) desc nulls last,
            case when not x.observed_at_stated then x.listed_on::timestamp at time zone 'UTC'
              when x.last_observed_at <= as_of.time then x.last_observed_at
              else x.observed_at end desc nulls last,
            x.listed_on desc nulls last, x.upvote_count desc nulls last, x.comment_count desc nulls last, x.{column} desc
          limit 1)
        """;

    private static readonly string Ranks =
        string.Join(", ", PaperGraph.Data.Papers.SourceRank.WorstFirst.Select(source => $"'{source}'"));
}
