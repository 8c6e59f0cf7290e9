using System.Text.RegularExpressions;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Filters;

/// <summary>
/// Conditions that the indexes of <c>search_names</c> find and that hold of all whose names fulfil a pattern, so that a filter by a part of
/// a name goes through these and not through a table. The names there are folded and cut behind 120 characters: letters and digits that
/// stand side by side in a name do so there too, and nothing else is sure to.
/// </summary>
internal static partial class NameCandidates
{
    /// <summary>Longer ones may be cut off where the names are kept.</summary>
    private const int MaxOwner = 100;

    private const int MaxRuns = 4;

    /// <summary>Of what may have some words in a name; nothing where the words have no three letters or digits side by side.</summary>
    /// <param name="id">The column with the id of what has the names.</param>
    public static SqlFragment? Containing(string? words, NodeKind kind, RawSql id)
    {
        if (words is null) return null;
        string[] runs = [.. RunPattern().Matches(words).Select(run => run.Value.ToLowerInvariant()).Distinct().Take(MaxRuns)];
        if (runs.Length == 0) return null;
        return sql =>
        {
            AppendNames(sql, kind, id);
            foreach (var run in runs) sql.Append($" and s.key like {$"%{run}%"}");
            sql.Append($")");
        };
    }

    /// <summary>Of repositories that may be an owner's.</summary>
    public static SqlFragment? OfOwner(string? owner, RawSql id)
    {
        if (owner is null || owner.Length > MaxOwner || !owner.Any(char.IsAsciiLetterOrDigit)) return null;
        return sql =>
        {
            AppendNames(sql, NodeKind.Repository, id);
            // What comes behind a blank in the order of bytes is an exclamation mark.
            sql.Append($" and s.key >= search_key({owner}) || ' ' and s.key < search_key({owner}) || '!')");
        };
    }

    private static void AppendNames(SqlText sql, NodeKind kind, RawSql id) => sql.Append($"""

            and exists (
              select from search_names s where s.kind = '{new RawSql(EnumName.For(kind))}' and s.target_id = {id} and s.is_whole
        """);

    [GeneratedRegex("[A-Za-z]{3,}|[0-9]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex RunPattern();
}
