using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Filters;

namespace PaperGraph.Graph.Groups;

internal enum PaperGroupOrderField
{
    Key,
    Key2,
    Papers,
    Upvotes,
    Comments,
    Organizations,
    Authors,
    Repositories,
    PapersWithCode,
    ShareWithCode,
}

internal sealed record PaperGroupOrder(PaperGroupOrderField By, OrderDirection Direction);

/// <summary>Numbers from the first to the last, both included; what is unknown is in no range.</summary>
internal sealed record FloatRange(double? From, double? To);

/// <summary>What must hold of a group for it to be told, all at once.</summary>
internal sealed record PaperGroupCondition(
    IntRange? Papers,
    IntRange? Upvotes,
    IntRange? Comments,
    IntRange? Organizations,
    IntRange? Authors,
    IntRange? Repositories,
    IntRange? PapersWithCode,
    FloatRange? ShareWithCode)
{
    /// <summary>The ranges that are given, by the fields of their measures.</summary>
    public IEnumerable<(string Field, double? From, double? To)> Ranges() =>
        from range in new (string Field, double? From, double? To)?[]
        {
            Range("papers", Papers), Range("upvotes", Upvotes), Range("comments", Comments), Range("organizations", Organizations),
            Range("authors", Authors), Range("repositories", Repositories), Range("papersWithCode", PapersWithCode),
            ShareWithCode is null ? null : ("shareWithCode", ShareWithCode.From, ShareWithCode.To),
        }
        where range is not null
        select range.Value;

    private static (string Field, double? From, double? To)? Range(string field, IntRange? range) =>
        range is null ? null : (field, range.From, range.To);
}
