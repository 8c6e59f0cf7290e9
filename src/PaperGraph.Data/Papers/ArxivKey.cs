namespace PaperGraph.Data.Papers;

/// <summary>
/// What identifiers of arXiv are compared by: lower case, and without the subject class, because arXiv knows one paper as
/// <c>math.GT/0309136</c> and as <c>math/0309136</c>.
/// </summary>
public static class ArxivKey
{
    /// <param name="id">Without its version.</param>
    public static string From(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var dot = slash < 0 ? -1 : id.AsSpan(0, slash).IndexOf('.');
        return (dot < 0 ? id : string.Concat(id.AsSpan(0, dot), id.AsSpan(slash))).ToLowerInvariant();
    }
}
